// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bylaw",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Each target lists all that it may import; CI builds with
    // `--explicit-target-dependency-import-check error`, so imports run one way.
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

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
  ]
}
