/// The files around the policies of a new workspace.
enum Starter {
  static let gitattributes = """
    # Reviewers sign these bytes: git must not change their line endings.
    policies/signoffs/** -text

    """

  static let gitignore = """
    /build/
    /build-preview/
    .build.bylaw-*

    """

  static let workflowPath = ".github/workflows/policies.yml"

  /// Checks every change, and publishes the help site each night, as dates come into force by
  /// themselves. Only `build/help` is public; the other sites stay where they are.
  static let workflow = """
    # Checks the policies, and publishes the help site.
    #
    # Fill in BYLAW_URL and BYLAW_SHA256 below. In the settings of the repository, let Pages take GitHub
    # Actions as its source. If your main branch has another name, change it in both places.
    name: policies

    on:
      push: {branches: [main]}
      pull_request:
      schedule:
        # A rule comes into force at midnight of organization.time_zone, without a commit. Cron counts
        # in UTC: choose a time soon after that midnight.
        - cron: "17 0 * * *"
      workflow_dispatch:

    permissions: {contents: read}

    env:
      # Your build of bylaw for Linux, at one version, and what `sha256sum` says of it.
      BYLAW_URL: ""
      BYLAW_SHA256: ""

    jobs:
      check:
        runs-on: ubuntu-latest
        timeout-minutes: 10
        steps:
          - uses: actions/checkout@v4
            with:
              # Approvals are found in the history, so all of it is needed.
              fetch-depth: 0
              persist-credentials: false
          - name: Install bylaw
            run: |
              if [ -z "$BYLAW_URL" ] || [ -z "$BYLAW_SHA256" ]; then
                echo "::error::Fill in BYLAW_URL and BYLAW_SHA256 in \(workflowPath)."
                exit 1
              fi
              curl --fail --silent --show-error --location --proto '=https' --retry 3 \\
                --output "$RUNNER_TEMP/bylaw" "$BYLAW_URL"
              echo "$BYLAW_SHA256  $RUNNER_TEMP/bylaw" | sha256sum --check --strict
              mkdir -p "$HOME/.local/bin"
              install -m 755 "$RUNNER_TEMP/bylaw" "$HOME/.local/bin/bylaw"
              echo "$HOME/.local/bin" >> "$GITHUB_PATH"
          - name: Check
            run: bylaw check --output-format github
          - name: Build
            run: bylaw build --output-format github
          # The other sites are internal: they never leave this machine.
          - name: Keep the help site
            if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
            uses: actions/upload-pages-artifact@v3
            with: {path: build/help}

      publish:
        needs: check
        if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
        runs-on: ubuntu-latest
        timeout-minutes: 10
        permissions: {pages: write, id-token: write}
        environment:
          name: github-pages
          url: ${{ steps.deploy.outputs.page_url }}
        # One at a time, and none is stopped half way.
        concurrency: {group: pages, cancel-in-progress: false}
        steps:
          - id: deploy
            uses: actions/deploy-pages@v4

    """

  static let hookPath = ".githooks/pre-commit"

  /// Looks at what is staged, which may be other than what lies in the folder.
  static let hook = """
    #!/bin/sh
    # Checks the policies as they are about to be committed: what is staged, not what lies in the folder.
    # Enable it once in each clone: git config core.hooksPath .githooks
    # Pass it by for one commit:    git commit --no-verify
    set -eu

    top=$(cd "$(git rev-parse --show-toplevel)" && pwd -P)
    workspace=$(cd "$(dirname "$0")/.." && pwd -P)
    if git diff --cached --quiet -- "$workspace/bylaw.yml" "$workspace/policies" "$workspace/site"; then
      exit 0
    fi
    if ! command -v bylaw >/dev/null 2>&1; then
      echo "pre-commit: bylaw is not installed, so the policies cannot be checked." >&2
      exit 1
    fi
    staged=$(mktemp -d)
    trap 'rm -rf "$staged"' EXIT
    trap 'exit 1' HUP INT TERM
    git checkout-index --all --prefix="$staged/"
    bylaw check -C "$staged${workspace#"$top"}" --output-format concise

    """
}
