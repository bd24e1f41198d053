"""A mail server of other people's making (aiosmtpd) that tells each mail it took as a line of JSON, as Python's
email package reads it. What it does is in the address: nobody@ is refused for good, later@ once for now, full@ always
for now, dies@ once in the middle of the text, mute@ once after it has taken the mail, slow@ takes its time."""
import argparse
import asyncio
import base64
import email
import email.policy
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult


def tell(**what):
    print(json.dumps(what), flush=True)


def read(content):
    """The mail in parts, each with its type and its content decoded."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [{
        'type': part.get_content_type(),
        'parameters': dict(part['content-type'].params),
        'encoding': part['content-transfer-encoding'],
        'filename': part.get_filename(),
        'content': base64.b64encode(part.get_payload(decode=True) or b'').decode(),
    } for part in message.walk() if not part.is_multipart()]
    shape = [part.get_content_type() for part in message.walk()]
    return {'headers': {name.lower(): str(value) for name, value in message.items()}, 'parts': parts, 'shape': shape,
            'defects': [str(one) for part in message.walk() for one in part.defects]}


class Handler:
    def __init__(self):
        self.seen = set()

    def first(self, address):
        new = address not in self.seen
        self.seen.add(address)
        return new

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split('@')[0]
        if name.startswith('nobody'):
            return '550 5.1.1 <%s>: no such user' % address
        if name.startswith('full') or (name.startswith('later') and self.first(address)):
            return '450 4.2.0 try later'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split('@')[0]
        if name.startswith('slow'):
            await asyncio.sleep(0.5)
        tell(event='taken', sender=envelope.mail_from, recipients=envelope.rcpt_tos, tls=session.ssl is not None,
             login=bool(session.authenticated), mail=read(envelope.original_content))
        if name.startswith('mute') and self.first(envelope.rcpt_tos[0]):
            server.transport.close()
        return '250 taken'


class DyingSMTP(SMTP):
    async def smtp_DATA(self, arg):
        recipients = self.envelope.rcpt_tos
        if recipients and recipients[0].startswith('dies') and self.event_handler.first(recipients[0]):
            await self.push('354 go on')
            await self._reader.readline()
            self.transport.close()
            return
        await super().smtp_DATA(arg)


async def serve(options):
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    handler = Handler()

    def check(server, session, envelope, mechanism, data):
        return AuthResult(success=data.login == b'rytm' and data.password == b'hemligt', handled=False)

    def protocol():
        starttls = context if context and not options.smtps else None
        return DyingSMTP(handler, tls_context=starttls, require_starttls=bool(starttls), auth_required=options.login,
                         authenticator=check, auth_require_tls=True)
    server = await asyncio.get_running_loop().create_server(
        protocol, '127.0.0.1', options.port, ssl=context if options.smtps else None)
    tell(event='listening', port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


parser = argparse.ArgumentParser()
parser.add_argument('--port', type=int, default=0)
parser.add_argument('--certificate')
parser.add_argument('--key')
parser.add_argument('--smtps', action='store_true')
parser.add_argument('--login', action='store_true')
asyncio.run(serve(parser.parse_args()))
