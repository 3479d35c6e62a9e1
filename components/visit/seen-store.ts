import { afterPaint } from './after-paint';
import { createStore, type Store } from './store';

/** A store whose screens hear of a change once the tap that has made it was seen: what follows from it is drawn after that. */
export const createSeenStore = <T>(initial: T): Store<T> => {
  const { get, set } = createStore(initial);
  const seen = createStore(initial);
  return {
    get,
    set: (value) => {
      set(value);
      void afterPaint().then(() => seen.set(get()));
    },
    subscribe: seen.subscribe,
  };
};
