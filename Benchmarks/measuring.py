"""Times programs, and keeps what came of it as the rows of a table."""
import os, statistics, subprocess, sys, time


def measure(command, runs, cwd=None, before=None):
    """Median wall and CPU seconds and the peak memory in MB of a command."""
    walls, cpus, peaks = [], [], []
    for _ in range(runs):
        if before:
            before()
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, shell=isinstance(command, str))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        walls.append(time.monotonic() - start)
        cpus.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
        # A build with errors publishes less, and would seem fast.
        if process.returncode:
            sys.exit(f"{command} ended with {process.returncode}")
    return {"wall": statistics.median(walls), "cpu": statistics.median(cpus),
            "peak": statistics.median(peaks)}


class Table:
    def __init__(self):
        self.rows, self.notes = [], []

    def row(self, name, ours, reference, label, goal, key="wall"):
        ratio = ours[key] / reference[key]
        work = f"{ours['cpu'] / reference['cpu']:.2f} ×" if key == "wall" else "–"
        self.rows.append(
            (name, shown(ours[key], key), f"{label}: {shown(reference[key], key)}", f"{ratio:.2f} ×", work, goal))
        print(f"{name}: {ratio:.2f} × ({goal})", file=sys.stderr, flush=True)

    def note(self, text):
        self.notes.append(text)

    def markdown(self, facts):
        head = "| what | bylaw | reference | ratio | of CPU time | goal |\n|---|---|---|---|---|---|\n"
        body = "".join(f"| {' | '.join(row)} |\n" for row in self.rows)
        return f"{head}{body}\n{' '.join([facts, *self.notes])}\n"


def shown(value, key):
    if key == "peak":
        return f"{value:.0f} MB"
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s"
