/// The files around the policies of a new workspace.
enum Starter {
  static let gitattributes = """
    # Reviewers sign these bytes: git must not change their line endings.
    policies/signoffs/** -text

    """

  static let gitignore = """
    /build/
    .build.bylaw-*

    """

  static let workflowPath = ".github/workflows/policies.yml"

  /// Checks every change, and publishes the help site each night, as dates come into force by
  /// themselves. Only `build/help` is public; the other sites stay where they are.
  static let workflow = """
    name: policies
    on:
      push: {branches: [main]}
      pull_request:
      schedule: [{cron: "5 0 * * *"}]
    permissions: {contents: read}
    jobs:
      check:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with: {fetch-depth: 0}
          # Install bylaw here, at a version of your choice.
          - run: bylaw check --output-format github
          - run: bylaw build
          - if: github.ref == 'refs/heads/main'
            uses: actions/upload-pages-artifact@v3
            with: {path: build/help}

    """

  static let hookPath = ".githooks/pre-commit"

  static let hook = """
    #!/bin/sh
    # Enable with: git config core.hooksPath .githooks
    exec bylaw check --output-format concise

    """
}
