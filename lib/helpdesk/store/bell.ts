/** The bell says "there is something new" and nothing else: whoever hears it reads the table. One too many does no harm. */
import pg from 'pg';

export interface Bell {
  /** Called after the commit. */
  ring(): void;
  /** Calls `listener` at every ring, also of other instances. Returns the way to stop. */
  listen(listener: () => void): () => void;
  /** Whether it hears other instances now. */
  isConnected(): boolean;
  close(): Promise<void>;
}

const listeners = () => {
  const all = new Set<() => void>();
  return {
    call: (): void => {
      for (const listener of all) listener();
    },
    listen: (listener: () => void): (() => void) => {
      all.add(listener);
      return () => all.delete(listener);
    },
  };
};

/** SQLite belongs to one instance: whoever writes rings. */
export const localBell = (): Bell => {
  const { call, listen } = listeners();
  return { ring: call, listen, isConnected: () => true, close: async () => undefined };
};

/** Name of the channel. Triggers are not needed: whoever adds an event notifies in the same transaction (store/events.ts). */
export const channel = 'kazasu_event';
const retryMs = 500;
/** Milliseconds that the server may take to answer. */
const answerMs = 5_000;
/** So often it is asked whether it is still there: nothing else is ever said on this connection. */
const askMs = 10_000;

/** A connection of its own that listens. When it dies it is made anew, and rings once, as something may have been missed. */
export const postgresqlBell = (url: string, onTrouble: (message: string) => void): Bell => {
  const { call, listen } = listeners();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let connected = false;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
    });
    client = next;
    const again = (): void => {
      if (client !== next) return;
      connected = false;
      if (closed) return;
      client = undefined;
      void next.end().catch(() => undefined);
      retry = setTimeout(connect, retryMs);
    };
    next.on('error', (error) => onTrouble(`PostgreSQL: ${error.message}`));
    next.on('end', again);
    next.on('notification', call);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      connected = client === next;
      call();
    } catch (failure) {
      onTrouble(`PostgreSQL: ${failure instanceof Error ? failure.message : String(failure)}`);
      again();
    }
  };
  void connect();
  const asking = setInterval(() => {
    const asked = client;
    // Whether it has ended is told by the connection itself.
    if (connected) asked?.query('select 1').catch(() => asked.end().catch(() => undefined));
  }, askMs);
  asking.unref();

  return {
    // The database rings: at the commit, for every instance.
    ring: () => undefined,
    listen,
    isConnected: () => connected,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(asking);
      await client?.end().catch(() => undefined);
    },
  };
};
