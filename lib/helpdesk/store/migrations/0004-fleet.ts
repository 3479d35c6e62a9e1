import type { Kysely } from 'kysely';
import type { Migration } from '../database.ts';

/** What is wrong with each kiosk, codes for new ones, and which signed requests have been seen. */
export const fleet: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .alterTable('kiosk')
      .addColumn('alarms', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await db.schema
      .createTable('enrolment')
      .addColumn('code_hash', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('kiosk', 'text')
      .execute();
    await db.schema
      .createTable('nonce')
      .addColumn('kiosk', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('nonce_key', ['kiosk', 'nonce'])
      .execute();
    await db.schema.createIndex('nonce_by_time').on('nonce').column('at').execute();
  },
};
