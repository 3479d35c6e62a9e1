import type { Migration } from '../database.ts';

/** Calls, what is shown on a visitor's screen, the list of changes, and counts. */
export const desk: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('kiosk')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('public_key', 'text')
      .addColumn('enrolled_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('seen_at', 'bigint')
      .addColumn('status', 'text')
      .execute();
    await db.schema
      .createTable('call')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kiosk', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('level', 'integer', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_name', 'text')
      .addColumn('claimed_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .execute();
    await db.schema.createIndex('call_by_state').on('call').columns(['state', 'asked_at']).execute();
    await db.schema.createIndex('call_by_kiosk').on('call').columns(['kiosk', 'state']).execute();
    await db.schema
      .createTable('prompt')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('call', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('sent_by', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('prompt_by_call').on('prompt').column('call').execute();
    await db.schema
      .createTable('event')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('event_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('delivered')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('presence')
      .addColumn('stream', 'text', (column) => column.primaryKey())
      .addColumn('staff', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('languages', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('tally')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kiosk', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('tally_key', ['day', 'kiosk', 'name', 'value'])
      .execute();
    await db.schema
      .createTable('hand_over')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .execute();
  },
};
