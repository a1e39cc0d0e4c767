/** What is stored is not what was put there. */
export class DamagedRow extends Error {}
