/** The only door of the room: fakes, builders and one contract suite per port. Shipped code never imports it. */
export { pickBelow, seededRandom } from "./seeded-random.ts";
export { testChain, testEnvelope, testVault, type TestVault } from "./vault-builder.ts";
export { memoryDeviceLog, type DiskSnapshot, type MemoryDeviceLog } from "./memory-device-log.ts";
export { memoryLog } from "./memory-log.ts";
export { logContract, type LogSubject } from "./log-contract.ts";
export { scriptedLines, scriptedRelay, type LineListener, type Script, type ScriptedCall } from "./scripted-line.ts";
export {
  handClock,
  memoryDrafts,
  memoryKeystore,
  memoryTabs,
  queueTurn,
  quickStretch,
  seededChance,
  type HandClock,
} from "./world.ts";
export { fleschKincaidGrade, wordsOf } from "./reading.ts";
