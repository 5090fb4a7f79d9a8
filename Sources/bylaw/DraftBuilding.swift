import BylawKit
import PolicyModel
import PolicySite

extension BuildCommand {
  func build(draftOf id: String, in folder: WorkspaceFolder) async throws -> ExitStatus {
    guard only == nil, asOf == nil else {
      throw UsageError("--preview builds the whole draft of today: leave --only and --as-of out")
    }
    let today = try workspace.day(in: folder)
    let checked = await CheckedWorkspace.load(folder, today: today)
    let job = DraftJob(id, checked: checked, today: today, output: output)
    let result = try await Progress.during("Building") { try await job.run() }
    guard result.leaks.isEmpty else {
      Console.err(LeakReport.text(result.leaks, checked))
      return .findings
    }
    Console.err("Built the draft of \(id) in \(job.output): open index.html there.\n")
    return .clean
  }
}
