"""The record of a passed lab: an Open Badges 3.0 credential signed with the learner's own key.

Shape: W3C Verifiable Credentials 2.0, Open Badges 3.0 `OpenBadgeCredential`; proof by the cryptosuite eddsa-jcs-2022
(W3C Data Integrity): Ed25519 over SHA-256 of the proof's options and SHA-256 of the document, both as canonical JSON
(RFC 8785). The document holds texts, whole numbers and true or false only, for which canonical JSON is sorted keys
without spaces. What a signature shows: nothing was changed since. Who signed is the learner, and the record says so.
"""

import hashlib
import json
import uuid
from types import SimpleNamespace
from typing import Annotated, Any

import msgspec

from headway.errors import MissingExtra, UnreadableFile
from headway.values import Json

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = bytes((0xED, 0x01))
CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
UNCHANGED = "unchanged since signing; self-issued"


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """What a record says. date: ISO day. seeds: of the worlds, hexadecimal. walls, not_against: how it was run."""

    lab: str
    version: int
    label: str
    summary: str
    proves: tuple[tuple[str, int], ...]
    lab_digest: str
    submission_digest: str
    seeds: tuple[str, ...]
    date: str
    walls: str
    not_against: tuple[str, ...]
    headway: str


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """`headwayRun` of a record: what was graded and how."""

    lab: str
    version: int
    submissionDigest: str  # noqa: N815 - as it is written in the record
    seeds: Annotated[tuple[Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{1,24}$")], ...], msgspec.Meta(max_length=50)]
    walls: str
    notProtectedAgainst: tuple[str, ...]  # noqa: N815


class Issuer(msgspec.Struct, frozen=True):
    """Who signed, as did:key."""

    id: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The signature and whose it is."""

    verificationMethod: str  # noqa: N815
    proofValue: str  # noqa: N815
    cryptosuite: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a record; all of it is signed."""

    issuer: Issuer
    validFrom: str  # noqa: N815
    headwayRun: Run  # noqa: N815
    proof: Proof


def new_key() -> bytes:
    """A private key, 32 bytes from the system's source of chance. Raises MissingExtra."""
    return bytes(_signing().private.generate().private_bytes_raw())


def signed(passed: Passed, key: bytes) -> bytes:
    """The record as the bytes of its file. Raises MissingExtra."""
    private = _signing().private.from_private_bytes(key)
    did = "did:key:z" + base58(_ED25519 + private.public_key().public_bytes_raw())
    document = _document(passed, did)
    options = {
        "@context": CONTEXTS,
        "created": f"{passed.date}T00:00:00Z",
        "cryptosuite": "eddsa-jcs-2022",
        "proofPurpose": "assertionMethod",
        "type": "DataIntegrityProof",
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
    }
    value = "z" + base58(private.sign(_hashed(document, options)))
    return written({**document, "proof": {**options, "proofValue": value}})


def written(record: Json) -> bytes:
    """The one way in which a record is written: any other bytes are not the file that was signed."""
    return (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8")


def verified(content: bytes, name: str) -> tuple[Record, str]:
    """The record and what is wrong with it (empty: unchanged since signing). Raises UnreadableFile, MissingExtra."""
    try:
        raw = json.loads(content)
        record = msgspec.convert(raw, Record)
        same = written(raw) == content
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{name} is no record of a lab.", "Name a file that 'headway lab check' wrote.") from error
    return record, _problem(raw, record) if same else "it is not written as it was signed"


def _problem(raw: Json, record: Record) -> str:
    did = record.proof.verificationMethod.partition("#")[0]
    if record.issuer.id != did or record.proof.cryptosuite != "eddsa-jcs-2022":
        return "the key is not the issuer's"
    key = unbase58(did.removeprefix("did:key:z"))
    signature = unbase58(record.proof.proofValue.removeprefix("z"))
    if key is None or signature is None or key[:2] != _ED25519 or len(key) != 34 or len(signature) != 64:
        return "its key or signature is damaged"
    document = {name: part for name, part in raw.items() if name != "proof"}
    options = {name: part for name, part in raw["proof"].items() if name != "proofValue"}
    signing = _signing()
    try:
        signing.public.from_public_bytes(key[2:]).verify(signature, _hashed(document, options))
    except signing.Invalid:
        return "something in it was changed after it was signed"
    return ""


def _hashed(document: Json, options: Json) -> bytes:
    return hashlib.sha256(_canonical(options)).digest() + hashlib.sha256(_canonical(document)).digest()


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _document(passed: Passed, did: str) -> Json:
    skills = ", ".join(f"{skill} at level {level}" for skill, level in passed.proves)
    named = f"{passed.lab}/{passed.version}/{passed.submission_digest}/{passed.date}"
    return {
        "@context": CONTEXTS,
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, named)}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": passed.label,
        "issuer": {"id": did, "type": ["Profile"], "name": "The learner (self-issued with Headway)"},
        "validFrom": f"{passed.date}T00:00:00Z",
        "credentialSubject": {
            "id": did,
            "type": ["AchievementSubject"],
            "achievement": {
                "id": f"urn:headway:lab:{passed.lab}:{passed.version}",
                "type": ["Achievement"],
                "name": passed.label,
                "description": passed.summary,
                "criteria": {"narrative": f"The submission passed every check on {len(passed.seeds)} fresh worlds."},
            },
        },
        "evidence": [
            {
                "type": ["Evidence"],
                "name": "Graded run",
                "narrative": f"Speaks for {skills}. Graded on the learner's own machine.",
            }
        ],
        "headwayRun": {
            "lab": passed.lab,
            "version": passed.version,
            "labDigest": passed.lab_digest,
            "submissionDigest": passed.submission_digest,
            "seeds": list(passed.seeds),
            "walls": passed.walls,
            "notProtectedAgainst": list(passed.not_against),
            "headway": passed.headway,
        },
    }


def base58(data: bytes) -> str:
    """Base 58 as Bitcoin and did:key write it."""
    number, text = int.from_bytes(data), ""
    while number:
        number, rest = divmod(number, 58)
        text = _BASE58[rest] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def unbase58(text: str) -> bytes | None:
    """The bytes; None where the text is not base 58, or no one would write it so."""
    number = 0
    for sign in text[:200]:
        if (place := _BASE58.find(sign)) < 0:
            return None
        number = number * 58 + place
    zeros = len(text) - len(text.lstrip("1"))
    data = b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)
    return data if base58(data) == text else None


def _signing() -> SimpleNamespace:
    """The signing library: `private` and `public` key classes, `Invalid` for a wrong signature. Raises MissingExtra."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    except ImportError:
        raise MissingExtra("Signed records need cryptography.", "Install it: pip install 'headway[labs]'") from None
    return SimpleNamespace(private=Ed25519PrivateKey, public=Ed25519PublicKey, Invalid=InvalidSignature)
