import Glibc

/// libFuzzer's own main: it calls back with every input that it makes up.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

// Which part of the engine is tried is named by TINCAY_FUZZ_TARGET; Tests/Fuzz/engine.py runs them all.
guard FuzzTarget.chosen != nil else { exit(2) }
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runDriver(&count, &arguments) { data, size in
        FuzzTarget.chosen?.run(FuzzInput(Array(UnsafeBufferPointer(start: data, count: size))))
        return 0
    })
