/** The staff playbook as data: from the top, every page is at most four keys away. */
import type { NodeDefinition, PlaybookMenu, PlaybookPage } from './node.ts';
import { certificates } from './pages/certificates.ts';
import { errors } from './pages/errors.ts';
import { fails } from './pages/fails.ts';
import { forgotten } from './pages/forgotten.ts';
import { locked } from './pages/locked.ts';
import { other } from './pages/other.ts';
import { people } from './pages/people.ts';
import { phone } from './pages/phone.ts';
import { which } from './pages/which.ts';

const definitions = {
  top: {
    kind: 'menu',
    entries: ['forgotten', 'locked', 'fails', 'which', 'certificates', 'phone', 'errors', 'people', 'other'],
  },
  ...forgotten,
  ...locked,
  ...fails,
  ...which,
  ...certificates,
  ...phone,
  ...errors,
  ...people,
  ...other,
} as const satisfies Record<string, NodeDefinition>;

/** Closed: a case, a link or another screen names a page by it. */
export type NodeId = keyof typeof definitions;
type Pages = Extract<(typeof definitions)[NodeId], { readonly kind: 'page' }>;
/** Path of a message. */
export type Line = Pages['say' | 'ask' | 'do'][number];
export type Page = PlaybookPage<Line, NodeId>;
export type PlaybookNode = PlaybookMenu<NodeId> | Page;

export const nodes: Readonly<Record<NodeId, PlaybookNode>> = definitions;

export const top = 'top' satisfies NodeId;

export const isNodeId = (text: string): text is NodeId => Object.hasOwn(nodes, text);

export const nodeIds: readonly NodeId[] = Object.keys(nodes).filter(isNodeId);

/** Where the keys 1 to 9 lead from a node, in this order. */
export const choicesOf = (id: NodeId): readonly NodeId[] => {
  const node = nodes[id];
  return node.kind === 'menu' ? node.entries : node.next;
};

/** From the top down, as one comes to a node. */
export type Trail = readonly NodeId[];

const trailsFrom = (trails: readonly Trail[], found: ReadonlyMap<NodeId, Trail>): ReadonlyMap<NodeId, Trail> => {
  const further = new Map<NodeId, Trail>();
  for (const trail of trails) {
    const node = nodes[trail.at(-1) ?? top];
    for (const entry of node.kind === 'menu' ? node.entries : []) {
      if (!found.has(entry) && !further.has(entry)) further.set(entry, [...trail, entry]);
    }
  }
  return further.size === 0 ? found : trailsFrom([...further.values()], new Map([...found, ...further]));
};

const home = trailsFrom([[top]], new Map([[top, [top]]]));

/** The shortest way to a node through the menus: as many keys as nodes after the top. */
export const trailTo = (id: NodeId): Trail => home.get(id) ?? [top, id];

/**
 * The way after going to `id`: back along the way, on by one of its choices, or, from anywhere else, the shortest way there.
 */
export const walk = (trail: Trail, id: NodeId): Trail => {
  const at = trail.indexOf(id);
  if (at >= 0) return trail.slice(0, at + 1);
  const here = trail.at(-1) ?? top;
  return choicesOf(here).includes(id) ? [...trail, id] : trailTo(id);
};
