const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

export const isZip = (head: Uint8Array): boolean => starts(head, [0x50, 0x4b, 0x03, 0x04])
/** The container of XLS since 1993, and of every encrypted workbook. */
const isCompound = (head: Uint8Array): boolean => starts(head, [0xd0, 0xcf, 0x11, 0xe0])
/** The first record of an old workbook that stands without a container. */
const isBareStream = (head: Uint8Array): boolean =>
  [0x00, 0x02, 0x04, 0x08].some((version) => starts(head, [0x09, version])) && head[3] === 0

/** Whether the first bytes of a file can be those of a workbook; a ZIP may still hold something else. */
export const looksLikeWorkbook = (head: Uint8Array): boolean =>
  isZip(head) || isCompound(head) || isBareStream(head)
