import Testing

@testable import PolicySite

@Suite struct `An address within a site` {
  @Test(
    arguments: [
      ("", "pay/", "pay/", "pay/index.html"), ("../", "pay/", "../pay/", "../pay/index.html"),
      ("../", "pay/#PAY-1", "../pay/#PAY-1", "../pay/index.html#PAY-1"),
      ("", "", "./", "index.html"), ("../", "", "../", "../index.html"),
      ("", "#a", "#a", "index.html#a"),
      ("../", "assets/site.css", "../assets/site.css", "../assets/site.css"),
      ("../../", "changes.xml", "../../changes.xml", "../../changes.xml"),
    ])
  func `is relative, and names files where it must`(
    root: String, target: String, hosted: String, portable: String
  ) {
    #expect(Links(isPortable: false).href(root, target) == hosted)
    #expect(Links(isPortable: true).href(root, target) == portable)
  }

  @Test(arguments: [("index.html", ""), ("a/index.html", "../"), ("a/b/c.html", "../../")])
  func `leads back to the root`(path: String, root: String) {
    #expect(Links.root(from: path) == root)
  }
}

@Suite struct `A link in prose` {
  @Test(
    arguments: [
      ("../fake-reviews/", "../../fake-reviews/", "https://h.example/fake-reviews/"),
      (
        "../fake-reviews/#FAK-1", "../../fake-reviews/#FAK-1",
        "https://h.example/fake-reviews/#FAK-1"
      ),
      ("/actions/", "../../actions/", "https://h.example/actions/"),
      ("../../../etc/", "../../etc/", "https://h.example/etc/"),
      ("changes/", "../../pay/changes/", "https://h.example/pay/changes/"),
      ("./changes/", "../../pay/changes/", "https://h.example/pay/changes/"),
      ("#PAY-1", "#PAY-1", "#PAY-1"), ("", "", ""),
      ("https://a.example/x", "https://a.example/x", "https://a.example/x"),
      ("mailto:a@b.example", "mailto:a@b.example", "mailto:a@b.example"),
      ("javascript:alert(1)", "javascript:alert(1)", "javascript:alert(1)"),
    ])
  func `leads to the same place from each site`(written: String, help: String, other: String) {
    let links = Links(isPortable: false)
    let own = ProseLinks(
      links: links, root: "../../", helpURL: nil, policyID: "pay", isBuilt: { _ in true })
    let foreign = ProseLinks(
      links: links, root: "../", helpURL: "https://h.example/", policyID: "pay",
      isBuilt: { _ in true })
    #expect(own.resolve(written) == help)
    #expect(foreign.resolve(written) == other)
  }

  @Test func `to a page that was not built is no link`() {
    let links = ProseLinks(
      links: Links(isPortable: false), root: "../", helpURL: nil, policyID: "pay",
      isBuilt: { !$0.hasPrefix("draft/") })
    #expect(links.resolve("../draft/#DRA-1") == nil)
    #expect(links.resolve("../other/") == "../other/")
  }
}
