'use client';

import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { lastMachinePath } from '@/lib/kiosk/keeper/protocol';
import { type MachineState, machineSchema } from '@/lib/kiosk/machine';
import { usePlace, useSurface } from './place';

/** The server looks at the printer this often, too. In milliseconds. */
const askAgainMs = 5_000;
/** A server that takes longer hangs, and counts as away. In milliseconds. */
const patienceMs = 3_000;

const fetchMachine = async ({ signal }: { signal: AbortSignal }): Promise<MachineState> => {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const response = await fetch('/api/desk/machine', { cache: 'no-store', signal: inTime });
  if (!response.ok) throw new Error(`GET /api/desk/machine answered ${response.status}`);
  return v.parse(machineSchema, await response.json());
};

/** How the kiosk is that this page is on. At home nobody is asked. */
const useMachine = () =>
  useQuery({
    queryKey: ['machine'],
    queryFn: fetchMachine,
    enabled: useSurface() === 'kiosk',
    refetchInterval: askAgainMs,
    staleTime: askAgainMs,
  });

/**
 * Whether a slip would come out. `yes`: at home, where the browser asks where to, and at a kiosk whose printer stands ready; `notNow`: the
 * kiosk's printer cannot; `no`: it has none, or nothing is known yet.
 */
export const usePrinting = (): 'yes' | 'notNow' | 'no' => {
  const place = usePlace().data;
  const { data, failureCount } = useMachine();
  if (place?.surface === 'home') return 'yes';
  if (place === undefined || place.paper === null || data === undefined || data.printer === 'unknown') return 'no';
  return data.printer === 'ok' && failureCount === 0 ? 'yes' : 'notNow';
};

/** @returns what the server has told the keeper of this browser last; `null` where nothing has been heard yet */
const askKeeper = async (keeper: string | null, signal: AbortSignal): Promise<MachineState | null> => {
  if (keeper === null) return null;
  const response = await fetch(`${keeper}${lastMachinePath}`, { cache: 'no-store', signal });
  return response.status === 200 ? v.parse(machineSchema, await response.json()) : null;
};

/** Whether today's date may be wrong here. A page that opens while the server is away hears it from the keeper. Of a clock at home nothing is known. */
export const useIsClockDoubtful = (): boolean => {
  const { data, failureCount } = useMachine();
  const keeper = usePlace().data?.keeper ?? null;
  const last = useQuery({
    queryKey: ['machine', 'before', keeper],
    queryFn: ({ signal }) => askKeeper(keeper, signal),
    enabled: data === undefined && failureCount > 0,
  });
  return (data ?? last.data)?.clock === 'doubtful';
};
