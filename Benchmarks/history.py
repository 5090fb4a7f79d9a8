"""Writes repositories whose workspaces have a history: what `git fast-import` reads, and signed records."""
import json, os, random, subprocess, tempfile

from workspace import CONFIG, THEMES, policy, words

OWNER = "owner@bench.example"
# Who signs for which group: eight records in three versions.
REVIEWERS = [("legal", "ana@bench.example", (1, 2, 3)), ("support", "tuan@bench.example", (1, 2, 3)),
             ("legal", "lea@bench.example", (2, 3))]
SCOPES = ["policy", "article", "workflow", "emails", "release"]
DAYS = {1: ("2026-01-02", "2026-02-01"), 2: ("2026-04-02", "2026-05-01"), 3: ("2026-07-02", "2026-08-01")}
# Two hours later than the day begins, so that no time zone makes it the day before.
SECONDS = {1: 1_767_319_200, 2: 1_775_095_200, 3: 1_782_957_600}

REVIEWED = """\
  themes:
    safety:
      good_fit: {rounds: 1, groups: [legal, support]}
      performable:
        groups: {article: [legal, support], workflow: [legal, support], emails: [legal, support], release: [legal, support]}
escalation:"""

PEOPLE = """people:
  owner@bench.example: {name: Owner}
  ana@bench.example: {name: Ana}
  lea@bench.example: {name: Lea}
  tuan@bench.example: {name: Tuan}
groups:
  legal: {name: Legal, members: [ana@bench.example, lea@bench.example]}
  support: {name: Support, members: [tuan@bench.example]}
"""


def reviewed_config():
    config = CONFIG.replace("people: {owner@bench.example: {name: Owner}}\ngroups: {}\n", PEOPLE)
    return config.replace("escalation:", REVIEWED)


class Repository:
    """A repository that is written as one stream of `git fast-import`."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder)
        self.git("init", "-q", "-b", "main")
        self.importer = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE)

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.folder, check=True)

    def commit(self, seconds, message, files):
        """`files` are pairs of a path and a text, and stay until a later commit replaces them."""
        who = f"Owner <{OWNER}> {seconds} +0000"
        self.send(f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n")
        self.send_data(message)
        for path, text in files:
            self.send(f"M 100644 inline {path}\n")
            self.send_data(text)

    def send(self, text):
        self.importer.stdin.write(text.encode())

    def send_data(self, text):
        content = text.encode()
        self.importer.stdin.write(b"data %d\n%s\n" % (len(content), content))

    def close(self):
        self.importer.stdin.close()
        if self.importer.wait():
            raise SystemExit("git fast-import failed")
        self.git("reset", "-q", "--hard", "main")
        with open(os.path.join(self.folder, ".git", "info", "exclude"), "a", encoding="utf-8") as file:
            file.write("/build/\n.build.bylaw-*\n")


def life(last):
    """What the front-matter says of a policy that has come to version `last`, each approved in one round."""
    history, rounds, changes = [], [], []
    for version in range(1, last + 1):
        announced, _ = DAYS[version]
        first = ["research", "development"] if version == 1 else ["development"]
        stages = first + ["implementation", "iteration"]
        days = ["2025-09-01", "2025-10-01", "2025-12-01"] if version == 1 else [announced, announced]
        for stage, day in zip(stages, days + [announced]):
            reason = ", reason: There is more to say." if version > 1 and stage == "development" else ""
            history.append(f"  - {{stage: {stage}, on: {day}, by: {OWNER}{reason}}}\n")
        rounds.append(f"  - {{round: {version}, version: {version}, opened: {announced}, scopes: [{', '.join(SCOPES)}], "
                      f"groups: [legal, support], authors: [{OWNER}], closed: {announced}, outcome: approved}}\n")
        changes.insert(0, f"  - {{version: {version}, class: significant, summary: What version {version} says.}}\n")
    announced, effective = DAYS[last]
    return (f"stage: iteration\nversion: {last}\nannounced: {announced}\neffective: {effective}\n"
            f"history:\n{''.join(history)}rounds:\n{''.join(rounds)}changes:\n{''.join(changes)}")


def path_of(index, theme):
    return f"policies/{theme}/policy-{index}.md"


def reviewed_text(index, version):
    exception = words(random.Random(index * 10 + version), 14) if version > 1 else None
    return policy(index, theme="safety", life=life(version), exception=exception)


def digests(bylaw, folder, indexes, version):
    """What a record of each of these policies is bound to, as `bylaw` keeps it for the next run."""
    repository = Repository(folder)
    repository.commit(SECONDS[version], "texts", [("bylaw.yml", reviewed_config())] + [
        (path_of(index, "safety"), reviewed_text(index, version)) for index in indexes])
    repository.close()
    subprocess.run([bylaw, "due", "-C", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, ".git", "bylaw", "history.json"), encoding="utf-8") as file:
        file.readline()
        lines = json.load(file)["lines"]
    def pairs(found):
        return found if isinstance(found, dict) else dict(zip(found[::2], found[1::2]))
    return {index: pairs(lines[f"policy-{index}"]["lastRead"]["digests"]) for index in indexes}


class Signer:
    """A throw-away key, and the records that it signs: all of them with one call of ssh-keygen."""

    def __init__(self, folder, group, address):
        self.folder, self.group, self.address = folder, group, address
        self.key = os.path.join(folder, f"key-{address}")
        self.records = {}
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", self.key], check=True)
        with open(self.key + ".pub", encoding="utf-8") as file:
            self.line = f"{address} {' '.join(file.read().split()[:2])}\n"

    def add(self, index, version, number, digests):
        name = f"v{version}-r{version}-{self.group}-{self.address}-{number}.signoff"
        lines = [f"digest-{scope}: {digests[scope]}\n" for scope in SCOPES]
        self.records[index, version] = name, (
            f"bylaw-record/v1\nworkspace: bench\npolicy: policy-{index}\npurpose: round\nversion: {version}\n"
            f"round: {version}\ngroup: {self.group}\nreviewer: {self.address}\nnumber: {number}\nverdict: approve\n"
            f"signed: {DAYS[version][0]}\n{''.join(lines)}\n")

    def sign(self):
        """The signed records: path and text, by policy and version."""
        files = {}
        for place, (key, (_, text)) in enumerate(self.records.items()):
            files[key] = os.path.join(self.folder, f"{self.address}-{place}")
            with open(files[key], "w", encoding="utf-8") as file:
                file.write(text)
        paths = list(files.values())
        for start in range(0, len(paths), 1_000):
            subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", self.key, "-n", "bylaw-signoff",
                            *paths[start:start + 1_000]], check=True, stderr=subprocess.DEVNULL)
        signed = {}
        for key, (name, text) in self.records.items():
            with open(files[key] + ".sig", encoding="utf-8") as file:
                signed[key] = f"policies/signoffs/policy-{key[0]}/{name}", text + file.read()
        return signed


def reviewed_repository(bylaw, folder, count):
    """`count` policies, of which every tenth has three versions and eight signed records. Returns their ids."""
    indexes = range(0, count, 10)
    with tempfile.TemporaryDirectory(prefix="bylaw-bench-keys-") as keys:
        signers = [Signer(keys, group, address) for group, address, _ in REVIEWERS]
        for version in DAYS:
            found = digests(bylaw, os.path.join(keys, f"texts-{version}"), indexes, version)
            for signer, (_, _, versions) in zip(signers, REVIEWERS):
                if version in versions:
                    for index in indexes:
                        signer.add(index, version, versions.index(version) + 1, found[index])
        signed = [signer.sign() for signer in signers]
        listed = "".join(sorted(signer.line for signer in signers))
    def change(index, version):
        records = [records[index, version] for records in signed if (index, version) in records]
        return [(path_of(index, "safety"), reviewed_text(index, version)), *records]
    repository = Repository(folder)
    others = [(path_of(index, other_theme(index)), policy(index, theme=other_theme(index)))
              for index in range(count) if index % 10]
    repository.commit(SECONDS[1], "all", [
        ("bylaw.yml", reviewed_config()), ("policies/signoffs/allowed_signers", listed),
        ("policies/signoffs/.gitattributes", "* -text\n"), *others,
        *(file for index in indexes for file in change(index, 1))])
    for version in (2, 3):
        for index in indexes:
            repository.commit(SECONDS[version], f"policy-{index}: version {version}", change(index, version))
    repository.close()
    return [f"policy-{index}" for index in indexes]


def other_theme(index):
    """A theme in which nobody is asked."""
    return THEMES[1 + index % 4]


def long_repository(folder, commits, count):
    """`count` policies in one commit, and `commits` more that correct one of them each. Returns the files' ids."""
    repository = Repository(folder)
    repository.commit(SECONDS[1], "all", [("bylaw.yml", CONFIG)] + [
        (path_of(index, THEMES[index % 5]), policy(index)) for index in range(count)])
    for place in range(commits):
        index = place % count
        text = policy(index).replace("### May I ask?", f"### May I ask {place // count + 2} times?")
        repository.commit(SECONDS[1] + 60 * place, f"policy-{index}: a correction",
                          [(path_of(index, THEMES[index % 5]), text)])
    repository.close()
    listed = subprocess.run(["git", "rev-list", "--objects", "--all", "--", "policies"], cwd=folder, check=True,
                            capture_output=True, text=True).stdout
    return [line.split()[0] for line in listed.splitlines() if line.endswith(".md")]
