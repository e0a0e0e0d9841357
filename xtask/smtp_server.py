"""The mail server of the tests: takes mail over STARTTLS from one user, and writes each into a folder as NNNN.eml.

Nothing leaves this machine. It runs until it is ended; a server that is "down" is one that was ended.

    smtp_server.py --port PORT --dir DIR --certificate PEM --key PEM --user USER --password PASSWORD

It answers on 127.0.0.1. What it says of a recipient:

- `greylisted@…`, or anyone while DIR holds a file named `greylist`: 451, try again later
- `unknown@…`: 550, there is no such mailbox
- anyone else: the mail is in DIR, whole, before the server says that it took it
"""

import argparse
import asyncio
import hmac
import logging
import ssl
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Folder:
    """What becomes of each mail."""

    def __init__(self, path):
        self.path = path
        # A server that was started again goes on counting.
        self.count = max((int(mail.stem) for mail in path.glob("[0-9]*.eml")), default=0)

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.rpartition("@")[0].lower()
        if local == "greylisted" or (self.path / "greylist").exists():
            return f"451 4.7.1 <{address}>: greylisted, try again later"
        if local == "unknown":
            return f"550 5.1.1 <{address}>: no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = f"{self.count:04}.eml"
        # A reader who watches the folder must never find half a mail.
        part = self.path / f"{name}.part"
        part.write_bytes(envelope.original_content)
        part.rename(self.path / name)
        return f"250 2.0.0 taken as {name}"


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--certificate", type=Path, required=True)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--user", required=True)
    parser.add_argument("--password", required=True)
    return parser.parse_args()


async def serve(arguments):
    # Connections that are broken off on purpose are no news.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(arguments.certificate, arguments.key)
    arguments.dir.mkdir(parents=True, exist_ok=True)
    folder = Folder(arguments.dir)

    def authenticate(server, session, envelope, mechanism, data):
        expected = (arguments.user.encode(), arguments.password.encode())
        given = (data.login, data.password) if isinstance(data, LoginPassword) else (b"", b"")
        same = [hmac.compare_digest(one, other) for one, other in zip(given, expected)]
        return AuthResult(success=all(same), handled=False)

    def conversation():
        return SMTP(
            folder,
            hostname="localhost",
            tls_context=tls,
            require_starttls=True,
            auth_required=True,
            authenticator=authenticate,
        )

    server = await asyncio.get_running_loop().create_server(conversation, "127.0.0.1", arguments.port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(read_arguments()))
