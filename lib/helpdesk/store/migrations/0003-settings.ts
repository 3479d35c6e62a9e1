import { sql } from 'kysely';
import type { Migration } from '../database.ts';

/** The office's own settings, with their history. */
export const settings: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('settings_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('newest', 'bigint', (column) => column.notNull())
      .addColumn('own', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into settings_head (id, version, newest, own) values (1, 0, 0, '{}')`.execute(db);
    await db.schema
      .createTable('settings_revision')
      .addColumn('number', 'bigint', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('changes', 'text', (column) => column.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('made_by_name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_by_name', 'text')
      .addColumn('decided_at', 'bigint')
      .execute();
    await db.schema
      .createIndex('settings_revision_by_state')
      .on('settings_revision')
      .columns(['state', 'number'])
      .execute();
  },
};
