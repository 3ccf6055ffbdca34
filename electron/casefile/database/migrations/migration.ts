/** One step of the database's shape: applied in one transaction, never changed afterwards, tested with data in place. */
export type Migration = Readonly<{ version: number; name: string; sql: string }>;
