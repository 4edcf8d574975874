import Foundation
import Testing

@testable import Storage

@Suite struct DataFolderTests {
  @Test func isWhereTheStandardSays() {
    #expect(DataFolder(environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"]).path == "/x/majlis")
    #expect(DataFolder(environment: ["HOME": "/h"]).path == "/h/.local/share/majlis")
    // The standard has relative paths ignored.
    let relative = DataFolder(environment: ["XDG_DATA_HOME": "x", "HOME": "/h"])
    #expect(relative.path == "/h/.local/share/majlis")
  }

  @Test func remembersForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(environment: ["XDG_DATA_HOME": folder.path + "/data"])
    #expect(data.memory == DataFolder.Memory())
    let memory = DataFolder.Memory(session: "/s/ورشة.json", language: "ar", delegation: "QNG")
    try data.remember(memory)
    #expect(data.memory == memory)
    #expect(try folder.mode("data/majlis") == 0o700)
    #expect(try folder.mode("data/majlis/last.json") == 0o600)
  }

  @Test func forgetsWhatIsDamaged() throws {
    let folder = try TemporaryFolder()
    let data = DataFolder(environment: ["XDG_DATA_HOME": folder.path + "/data"])
    try data.remember(DataFolder.Memory(language: "fr"))
    try folder.write("{\"language\": ", to: "data/majlis/last.json")
    #expect(data.memory == DataFolder.Memory())
  }
}
