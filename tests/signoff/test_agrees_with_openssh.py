"""Our verification and the real `ssh-keygen -Y verify` say the same of every signature.

`MASTHEAD_CASES=3000` asks for more than a usual run does.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from differential_cases import MAIL, MOMENT, NAMESPACE, WRONGS, Case, Workshop, person
from real_keys import SecurityKey, openssh_accepts

from pelican.plugins.signoff.allowed_signers import allowed_signers
from pelican.plugins.signoff.raw_signature import SignatureError
from pelican.plugins.signoff.roster import key_refusal
from pelican.plugins.signoff.sshsig import verify

CASES = int(os.environ.get("MASTHEAD_CASES", "600"))


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop"))


def we_accept(case: Case) -> bool:
    try:
        signer = verify(case.signature, case.message, case.namespace)
    except SignatureError:
        return False
    return MAIL in case.person.mails and not key_refusal(signer, case.person, case.moment)


def they_accept(case: Case, folder: Path) -> bool:
    return openssh_accepts(
        folder,
        case.signature,
        case.message,
        allowed=allowed_signers([case.person], case.namespace),
        name=MAIL,
        namespace=case.namespace,
        moment=f"{case.moment:%Y%m%d%H%M%S}Z",
    )


def test_every_case_ends_as_openssh_ends_it(workshop: Workshop, tmp_path: Path) -> None:
    counts: Counter[bool] = Counter()
    seen: set[str] = set()
    for seed in range(CASES):
        case = workshop.case(seed)
        ours, theirs = we_accept(case), they_accept(case, tmp_path)
        assert ours == theirs, f"case {seed}, {case.kind}, {case.wrong}: we say {ours}, OpenSSH says {theirs}"
        counts[ours] += 1
        seen.add(case.wrong)
    assert set(WRONGS) <= seen
    assert min(counts.values()) > CASES // 5, f"too one-sided to prove anything: {counts}"


def test_every_kind_of_key_is_accepted_by_both(workshop: Workshop, tmp_path: Path) -> None:
    for kind, key in {**workshop.plain, **{f"cert {name}": key for name, key in workshop.certified.items()}}.items():
        line = f"cert-authority {workshop.authority.public}" if kind.startswith("cert ") else key.public
        case = Case(kind, "nothing", person(line), workshop.sign(key, b"words"), b"words")
        assert we_accept(case), kind
        assert they_accept(case, tmp_path), kind


def test_we_ask_for_a_touch_where_openssh_does_not(workshop: Workshop, tmp_path: Path) -> None:
    for kind in ("sk-ed25519", "sk-ecdsa"):
        token = workshop.plain[kind]
        assert isinstance(token, SecurityKey)
        case = Case(kind, "no touch", person(token.public), token.sign(b"words", NAMESPACE, flags=0), b"words")
        assert they_accept(case, tmp_path)
        with pytest.raises(SignatureError, match="nobody touched the security key"):
            verify(case.signature, case.message, NAMESPACE)


def test_a_pattern_among_the_mails_makes_nobody_a_signer(workshop: Workshop, tmp_path: Path) -> None:
    key = workshop.plain["ed25519"]
    holder = person(key.public, mails=("*",))
    case = Case("ed25519", "*", holder, workshop.sign(key, b"words"), b"words", moment=MOMENT + timedelta(days=1))
    assert "*" not in allowed_signers([holder], NAMESPACE).replace("# ", "")
    assert not they_accept(case, tmp_path)
