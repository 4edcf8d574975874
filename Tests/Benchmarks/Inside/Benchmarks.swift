import Benchmark

/// What a person waits for, as far as it is done inside the process; `.ci/benchmarks --inside` runs
/// it.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident],
    warmupIterations: 3,
    maxDuration: .seconds(3),
    maxIterations: 500,
  )
  layoutBenchmarks()
  screenBenchmarks()
  exchangeBenchmarks()
  keepingBenchmarks()
  reportBenchmarks()
}

/// Fewer rounds, for what takes long.
var long: Benchmark.Configuration {
  Benchmark.Configuration(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident],
    warmupIterations: 1,
    maxDuration: .seconds(5),
    maxIterations: 10,
  )
}
