"""The reference of the full build: Hugo, which makes one plain page of each policy."""
import os, shutil


def hugo_site(site, work):
    """One plain page for each of the same files."""
    os.makedirs(os.path.join(site, "content"))
    os.makedirs(os.path.join(site, "layouts", "_default"))
    with open(os.path.join(site, "hugo.toml"), "w", encoding="utf-8") as file:
        file.write('baseURL = "https://example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", '
                   '"sitemap", "section", "home", "404"]\n')
    with open(os.path.join(site, "layouts", "_default", "single.html"), "w",
              encoding="utf-8") as file:
        file.write("<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n")
    for folder, _, names in os.walk(os.path.join(work, "policies")):
        for name in names:
            if name != "common.md":
                shutil.copy(os.path.join(folder, name), os.path.join(site, "content", name))
