"""The rows about workspaces in git."""
import os, shutil, subprocess, sys

from history import long_repository, reviewed_repository
from measuring import measure


def changing_rows(table, bylaw, work, runs):
    """Nothing changed, and one policy changed, in the workspace that was built before."""
    for command in (["init", "-q"], ["add", "bylaw.yml", "policies"],
                    ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-qm", "all"]):
        subprocess.run(["git", *command], cwd=work, check=True)
    with open(os.path.join(work, ".git", "info", "exclude"), "a", encoding="utf-8") as file:
        file.write("/build/\n.build.bylaw-*\n")
    subprocess.run([bylaw, "build", "-C", work], check=True, stderr=subprocess.DEVNULL)
    status = measure(["git", "status", "--porcelain"], max(runs, 5), cwd=work)
    nothing = measure([bylaw, "build", "-C", work], max(runs, 5))
    table.row("nothing changed", nothing, status, "git status", "≤ 3 ×")
    changed = os.path.join(work, "policies", "safety", "policy-0.md")
    places = iter(range(1_000))

    def edit():
        with open(changed, encoding="utf-8") as file:
            text = file.read()
        with open(changed, "w", encoding="utf-8") as file:
            file.write(text.replace("### Does it bind", f"And also {next(places)}.\n\n### Does it bind"))
        subprocess.run(["git", "-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-qam", "one"],
                       cwd=work, check=True)

    one = measure([bylaw, "build", "-C", work], runs, before=edit)
    table.row("one policy changed", one, nothing, "nothing changed", "≤ 2 ×")


def reviewed_rows(table, bylaw, folder, count, runs, build):
    """The full build, where every tenth policy has three versions and eight signed records."""
    work = os.path.join(folder, "reviewed")
    reviewed = reviewed_repository(bylaw, work, count)
    output = os.path.join(work, "build")
    cache = os.path.join(work, ".git", "bylaw")

    def cold():
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(cache, ignore_errors=True)

    first = measure([bylaw, "build", "-C", work], runs, before=cold)
    # Versions that nobody's signature approves are on no site, and then this would measure nothing.
    for name in reviewed:
        for version in (1, 2, 3):
            if not os.path.isfile(os.path.join(output, "help", name, "v", str(version), "index.html")):
                sys.exit(f"version {version} of {name} is not in force: its records do not count")
    second = measure([bylaw, "build", "-C", work], runs,
                     before=lambda: shutil.rmtree(output, ignore_errors=True))
    about = f"the same with git, {len(reviewed):,} of them with 3 versions and 8 signed records"
    table.row(f"{about}, cold", first, build, "without git", "≤ 2 ×")
    table.row(f"{about}, warm", second, build, "without git", "≤ 1.1 ×")
    shutil.rmtree(work)


def history_row(table, bylaw, folder, count, runs):
    """Every landing of a long history judged."""
    commits, policies = max(count * 6 // 10, 6), max(count // 10, 1)
    work = os.path.join(folder, "long")
    blobs = long_repository(work, commits, policies)
    names = os.path.join(folder, "blobs")
    with open(names, "w", encoding="utf-8") as file:
        file.write("\n".join(blobs) + "\n")
    reference = measure(f"git log --first-parent --raw; git cat-file --batch --buffer < '{names}'", runs, cwd=work)
    cache = os.path.join(work, ".git", "bylaw")
    command = [bylaw, "check", "--history", "--fail-on", "warning", "-C", work]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    first = measure(command, runs, before=lambda: shutil.rmtree(cache, ignore_errors=True))
    second = measure(command, runs)
    about = f"check --history, {commits:,} commits, {policies:,} policies, {len(blobs):,} versions"
    table.row(f"{about}, cold", first, reference, "git log and git cat-file", "≤ 2 ×")
    table.row(f"{about}, warm", second, reference, "git log and git cat-file", "≤ 0.1 ×")
    shutil.rmtree(work)
