/// Maps on all cores, in order. Work is handed out in runs, so that ten thousand small pieces do not
/// mean ten thousand tasks.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  let run = max(1, min(64, items.count / 32))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for (index, start) in stride(from: 0, to: items.count, by: run).enumerated() {
      let slice = items[start..<min(start + run, items.count)]
      group.addTask { (index, slice.map(transform)) }
    }
    var runs = [[Result]](repeating: [], count: (items.count + run - 1) / run)
    for await (index, results) in group { runs[index] = results }
    return runs.flatMap { $0 }
  }
}
