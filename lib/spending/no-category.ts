/** The category of rows that have none, in the rollups. */
export const noCategory = '00000000-0000-0000-0000-000000000000'
