// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bylaw",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "bylaw", targets: ["bylaw"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // Named by PreviewServer, and brought in by hummingbird in any case. Without `traits: []` they
    // would bring Foundation's networking into the binary.
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2", traits: []),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    // Each target lists all that it may import, and CI builds with
    // `--explicit-target-dependency-import-check error`: imports run one way, downwards here to up.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CommonMark", dependencies: ["CCmarkGFM"]),
    .target(name: "PolicyModel", dependencies: ["CommonMark"]),
    .target(
      name: "PolicyReading",
      dependencies: [
        "CommonMark", "PolicyModel", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "PolicyRules",
      dependencies: ["CommonMark", "PolicyModel", "PolicyProjection", "PolicyReading"]),
    .target(
      name: "PolicyHistory",
      dependencies: [
        "PolicyModel", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(name: "PolicyProjection", dependencies: ["CommonMark", "PolicyModel"]),
    .target(
      name: "CSiteTheme", path: "site", exclude: ["README.md", "assets", "pages", "templates"],
      sources: ["theme.c"]),
    .target(
      name: "PolicySite",
      dependencies: [
        "CommonMark", "CSiteTheme", "PolicyModel", "PolicyProjection",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(name: "CFileExchange"),
    .target(
      name: "BylawKit",
      dependencies: [
        "CFileExchange", "CommonMark", "PolicyHistory", "PolicyModel", "PolicyProjection",
        "PolicyReading", "PolicyRules", "PolicySite",
      ]),
    .target(
      name: "PreviewServer",
      dependencies: [
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "bylaw",
      dependencies: [
        "BylawKit", "CommonMark", "PolicyHistory", "PolicyModel", "PolicyReading", "PolicyRules",
        "PolicySite", "PreviewServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"]),
    .testTarget(
      name: "PolicyReadingTests",
      dependencies: ["CommonMark", "PolicyModel", "PolicyReading", "TestSupport"]),
    .testTarget(
      name: "PolicyHistoryTests",
      dependencies: [
        "PolicyHistory", "PolicyModel", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "PolicyProjectionTests",
      dependencies: [
        "CommonMark", "PolicyModel", "PolicyProjection", "PolicyReading", "PolicyRules",
        "TestSupport",
      ]),
    .testTarget(
      name: "PolicyRulesTests",
      dependencies: ["CommonMark", "PolicyModel", "PolicyReading", "PolicyRules"]),
    .testTarget(
      name: "PolicySiteTests",
      dependencies: [
        "CommonMark", "PolicyModel", "PolicyProjection", "PolicyReading", "PolicyRules",
        "PolicySite", "TestSupport",
      ]),
    .testTarget(
      name: "BylawKitTests",
      dependencies: [
        "BylawKit", "CommonMark", "PolicyHistory", "PolicyModel", "PolicyProjection",
        "PolicyReading", "PolicyRules", "PolicySite", "TestSupport",
      ]),
    .testTarget(
      name: "PreviewServerTests",
      dependencies: [
        "PreviewServer", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
  ],
  cLanguageStandard: .c2x
)

let plainC: Set = ["CCmarkGFM", "CFileExchange", "CSiteTheme"]
for target in package.targets where !plainC.contains(target.name) {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
  ]
}
