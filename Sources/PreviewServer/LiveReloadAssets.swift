/// The script and the style sheet that previewed pages load, and built ones never contain.
extension LiveReload {
  /// Reloads on `reload`, and shows errors as plain text until `ok` or a reload.
  ///
  /// A hidden page stops listening and catches up when it is seen again: browsers allow only six
  /// connections to a host, which as many open tabs would use up. When the stream is refused, the
  /// server was started anew; the page waits until it answers, and reloads to learn the new name.
  static let script = """
    (() => {
      "use strict";
      const script = document.currentScript;
      const events = new URL("events?build=" + script.dataset.build, script.src);
      let source = null;
      let overlay = null;

      function hide() {
        if (overlay) overlay.remove();
        overlay = null;
      }

      function show(lines) {
        hide();
        overlay = document.createElement("section");
        overlay.className = "bylaw-errors";
        overlay.setAttribute("role", "alert");
        const title = document.createElement("h2");
        title.textContent = "The last build failed; this is the one before";
        const list = document.createElement("ul");
        for (const line of lines) {
          const item = document.createElement("li");
          item.textContent = line;
          list.append(item);
        }
        overlay.append(title, list);
        document.body.append(overlay);
      }

      function disconnect() {
        if (source) source.close();
        source = null;
      }

      function waitForServer() {
        fetch(location.href, { method: "HEAD", cache: "no-store" }).then(
          () => location.reload(),
          () => setTimeout(waitForServer, 2000));
      }

      function connect() {
        if (source || document.hidden) return;
        source = new EventSource(events);
        source.addEventListener("reload", () => location.reload());
        source.addEventListener("errors", (event) => show(event.data.split("\\n")));
        source.addEventListener("ok", hide);
        source.addEventListener("error", () => {
          if (!source || source.readyState !== EventSource.CLOSED) return;
          disconnect();
          setTimeout(waitForServer, 2000);
        });
      }

      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = new URL("overlay.css", script.src);
      document.head.append(style);
      document.addEventListener("visibilitychange", () =>
        document.hidden ? disconnect() : connect());
      addEventListener("pagehide", disconnect);
      addEventListener("pageshow", connect);
      connect();
    })();

    """

  static let style = """
    .bylaw-errors {
      position: fixed;
      inset: auto 0 0 0;
      z-index: 2147483647;
      max-height: 60vh;
      overflow: auto;
      margin: 0;
      padding: 1rem 1.5rem;
      border-top: 4px solid #b3261e;
      background: #fff;
      color: #1c1b1f;
      font: 1rem/1.5 system-ui, sans-serif;
      text-align: start;
    }
    .bylaw-errors h2 {
      margin: 0 0 0.5rem;
      color: #b3261e;
      font: inherit;
      font-weight: 700;
    }
    .bylaw-errors ul {
      margin: 0;
      padding: 0;
      list-style: none;
      font-family: ui-monospace, monospace;
    }
    .bylaw-errors li {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    @media print {
      .bylaw-errors {
        display: none;
      }
    }

    """
}
