"""put_letters.py DATABASE < JSON: people and letters straight into the outbox, where a test needs thousands of them or at
moments of its own. {"people": [[id, name, address]], "letters": [{person, key, made, due, stale, …}]}"""
import json
import sqlite3
import sys

told = json.load(sys.stdin)
database = sqlite3.connect(sys.argv[1])
for person, name, address in told['people']:
    database.execute("INSERT INTO person VALUES (?, ?, ?, 'sv', 0, '2026-01-01T00:00:00Z', NULL)", (person, name, address))
    database.execute("INSERT INTO assignment VALUES (?, 'ks', 'member', '', 0, '', '', '2020-01-01', NULL)", (person,))
number = database.execute('SELECT coalesce(max(number), 0) FROM letter').fetchone()[0]
for letter in told['letters']:
    number += 1
    database.execute(
        "INSERT INTO letter VALUES (?, ?, ?, 'sv', ?, ?, ?, 'waiting', 0, ?, ?, ?, ?, NULL, '')",
        (number, letter.get('kind', 'reminder'), letter['person'], int(letter.get('urgent', False)), letter.get('thread', ''),
         'letter.%d.test@ekeby.example' % number, letter['due'], letter['due'], letter['stale'], letter['due']))
    database.execute(
        'INSERT INTO letter_text VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        (number, letter.get('subject', letter['key']), letter.get('text', 'Hej!\n'), letter.get('html', ''),
         letter.get('calendar', ''), letter.get('method', ''), letter.get('tag', ''), letter.get('unsubscribe', '')))
    database.execute('INSERT INTO letter_key VALUES (?, ?)', (letter['key'], number))
database.commit()
