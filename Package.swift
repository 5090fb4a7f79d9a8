// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bylaw",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "bylaw", targets: ["bylaw"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
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
    .target(name: "PolicyRules", dependencies: ["CommonMark", "PolicyModel", "PolicyReading"]),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"]),
    .testTarget(
      name: "PolicyRulesTests",
      dependencies: ["CommonMark", "PolicyModel", "PolicyReading", "PolicyRules"]),
  ]
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
