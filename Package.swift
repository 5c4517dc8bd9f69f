// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: the trait `Embedded` builds the shipped library without a Swift runtime,
/// and without it the same sources are ordinary Swift for `swift test`.
let settings: [SwiftSetting] = [
    .enableExperimentalFeature("Embedded", .when(traits: ["Embedded"])),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "tincay",
    products: [.library(name: "TincayABI", type: .static, targets: ["TincayABI"])],
    traits: [
        .trait(name: "Embedded", description: "Build without a Swift runtime, as the shipped library is")
    ],
    targets: [
        .systemLibrary(name: "CTincay", path: "Include"),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPlatform"),
        .target(name: "TincayIntake", swiftSettings: settings),
        .target(name: "TincayCrypto", dependencies: ["CSodium", "CPlatform"], swiftSettings: settings),
        .target(name: "TincaySQLite", dependencies: ["CSQLite"], swiftSettings: settings),
        .target(
            name: "TincayVault",
            dependencies: ["TincayIntake", "TincayCrypto", "TincaySQLite", "CPlatform"],
            swiftSettings: settings),
        .target(
            name: "TincayABI",
            dependencies: ["TincayVault", "TincayIntake", "TincayCrypto", "CTincay", "CPlatform"],
            exclude: ["exports.map"],
            swiftSettings: settings),
        .executableTarget(name: "tincay-bowtie", dependencies: ["TincayIntake"], path: "Tools/Bowtie"),
        .executableTarget(name: "tincay-measure", dependencies: ["TincayIntake"], path: "Benchmarks/Engine"),
        .testTarget(name: "TincayIntakeTests", dependencies: ["TincayIntake"]),
        .testTarget(name: "TincayCryptoTests", dependencies: ["TincayCrypto"]),
        .testTarget(name: "TincaySQLiteTests", dependencies: ["TincaySQLite"]),
        .testTarget(
            name: "TincayVaultTests",
            dependencies: ["TincayVault", "TincayIntake", "TincayCrypto", "TincaySQLite"]),
    ],
    swiftLanguageModes: [.v6]
)

// A fuzzer links only with the sanitizer that it belongs to, so that it is only there when `make fuzzers` asks for it.
if Context.environment["TINCAY_FUZZERS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "tincay-fuzzer", dependencies: ["TincayIntake"], path: "Tests/Fuzz/Engine"))
}
