package import PolicyModel

/// The rules for a workspace's own theme. What they describe is found where themes are read.
extension RuleDescription {
  package static let siteRules: [RuleDescription] = [
    siteTemplateMalformed, siteFieldUnknown, sitePageMalformed, sitePageName, sitePageTitleMissing,
    siteFileUnknown,
  ]

  package static let siteTemplateMalformed = RuleDescription(
    "site-template-malformed", .fixed(.error),
    "A template can be read, and escapes what it writes.",
    why: "Every page is made from templates. One that is wrong leaves a site without them, or lets "
      + "a title run as a script.",
    failing: .theme(
      "templates/toc.mustache", "{{#toc}}<a href=\"#{{tocAnchor}}\">{{tocLabel}}</a>"),
    passing: .theme(
      "templates/toc.mustache", "{{#toc}}<a href=\"#{{tocAnchor}}\">{{tocLabel}}</a>{{/toc}}"))

  package static let siteFieldUnknown = RuleDescription(
    "site-field-unknown", .fixed(.warning), "A name between braces is a field that there is.",
    why: "A field with a slip of the pen is empty on every page, and nobody notices.",
    failing: .theme("templates/bigsearch.mustache", "<a href=\"{{serchHref}}\">Search</a>"),
    passing: .theme("templates/bigsearch.mustache", "<a href=\"{{searchHref}}\">Search</a>"))

  package static let sitePageMalformed = RuleDescription(
    "site-page-malformed", .fixed(.error), "A page of the site can be read.",
    why: "Lines that are meant for the program would be shown to readers, or lost.",
    failing: .theme("pages/promise.md", "---\ntitel: Our promise\n---\n\nWe answer."),
    passing: .theme("pages/promise.md", "---\ntitle: Our promise\n---\n\nWe answer."))

  package static let sitePageName = RuleDescription(
    "site-page-name", .fixed(.error), "The name of a page is an address that nothing else has.",
    why: "Two things at one address hide each other. Capitals and blanks are lost when people pass "
      + "an address on.",
    failing: .theme("pages/search.md", "# How to search"),
    passing: .theme("pages/how-to-search.md", "# How to search"))

  package static let sitePageTitleMissing = RuleDescription(
    "site-page-title-missing", .fixed(.warning), "A page of the site has a title.",
    why: "It names the page in tabs, in search engines, and to those who hear it read.",
    failing: .theme("pages/promise.md", "We answer."),
    passing: .theme("pages/promise.md", "# Our promise\n\nWe answer."))

  package static let siteFileUnknown = RuleDescription(
    "site-file-unknown", .fixed(.warning), "Something reads each file in `site/`.",
    why:
      "A file with a slip of the pen in its name replaces nothing, and the site stays as it was.",
    failing: .theme("templates/footr.mustache", "</body>"),
    passing: .theme("templates/footer.mustache", "</body>"))
}
