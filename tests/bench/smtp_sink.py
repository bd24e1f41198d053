"""A mail server (aiosmtpd) that takes everything and keeps nothing. Tells its port; a mail from stop@ ends it."""
import asyncio
import os

from aiosmtpd.smtp import SMTP


class Sink:
    async def handle_DATA(self, server, session, envelope):
        if envelope.mail_from.startswith('stop@'):
            os._exit(0)
        return '250 taken'


async def serve():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Sink()), '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
