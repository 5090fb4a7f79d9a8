"""Verifies records with ssh-keygen alone, as an auditor without bylaw would."""

import re
import subprocess
import tempfile
from pathlib import Path


def is_good(record, signers):
    """Whether the signature over a record's bytes is its reviewer's, by the text of allowed_signers."""
    words, begin, signature = record.partition(b"-----BEGIN")
    reviewer = re.search(rb"(?m)^reviewer: (.*)$", words)
    if not signature or not reviewer:
        return False
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.sig").write_bytes(begin + signature)
        (Path(folder) / "signers").write_text(signers, encoding="utf-8")
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-n", "bylaw-signoff", "-I", reviewer[1].decode(),
             "-f", "signers", "-s", "record.sig"],
            cwd=folder, input=words, capture_output=True, timeout=60)
    return done.returncode == 0
