/** The text that Prometheus collects. Small, and closed: names and labels are ours, nothing of a visit is in it. */

export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

export interface Metric {
  /** `kazasu_…`, with the unit at its end. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** Of a histogram: `le` in seconds, counts up to there. */
  readonly samples: readonly Sample[];
}

/** Labels are words of ours or names of closed lists; quotes and lines are escaped all the same. */
const escaped = (text: string): string => text.replace(/[\\"\n]/g, (each) => (each === '\n' ? '\\n' : `\\${each}`));

const line = (name: string, [labels, value]: Sample): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
};

/** @see https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4 */
export const metricsText = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map((sample) => line(type === 'histogram' ? `${name}_bucket` : name, sample)),
      ...(type === 'histogram' ? [line(`${name}_count`, [{}, samples.at(-1)?.[1] ?? 0])] : []),
    ])
    .join('\n')
    .concat('\n');

/** One number without labels. */
export const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: [[{}, value]],
});

export const processMetrics = (): readonly Metric[] => {
  const { rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory of this process.', rss),
    {
      name: 'process_cpu_seconds_total',
      help: 'CPU time of this process.',
      type: 'counter',
      samples: [[{}, (user + system) / 1_000_000]],
    },
    gauge('process_start_time_seconds', 'When it was started.', Math.round(Date.now() / 1_000 - process.uptime())),
  ];
};
