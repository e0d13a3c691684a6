import * as l10n from '@vscode/l10n';
import { isEveryAddress } from '../../node/live/gate.ts';
import { originIn } from '../../node/live/originIn.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import type { FiguresAddress } from '../openFigures.ts';
import { allOf, type OptionValues, valueOf } from '../optionValues.ts';
import { UsageError } from '../usageError.ts';

export const serve: Command = {
  name: 'serve',
  arguments: [],
  options: [
    {
      name: 'host',
      value: 'ADDRESS',
      summary: () => l10n.t('the one address to listen on; otherwise 127.0.0.1, for this machine alone'),
    },
    { name: 'port', value: 'N', summary: () => l10n.t('the port to listen on; otherwise any that is free') },
    {
      name: 'origin',
      value: 'URL',
      many: true,
      summary: () => l10n.t('an address that leads here, of a proxy or of a port that is forwarded'),
    },
    {
      name: 'journal',
      value: 'DIR',
      summary: () => l10n.t('keep the board in this folder; otherwise in the git folder of the clone'),
    },
    {
      name: 'redis',
      value: 'URL',
      summary: () =>
        l10n.t('keep boards in this Redis instead, so that other processes can serve the same rooms'),
    },
    {
      name: 'repo',
      value: 'PATH',
      many: true,
      summary: () =>
        l10n.t('a clone with a room of its own, instead of the one here, for one retro after the other'),
    },
    {
      name: 'metrics',
      value: 'ADDRESS:PORT',
      summary: () =>
        l10n.t('answer /health and /metrics (Prometheus) there; without an address on 127.0.0.1'),
    },
  ],
  summary: () => l10n.t('Hold retros to which people come with their browsers'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const host = valueOf(values, 'host') ?? '127.0.0.1';
  const origins = allOf(values, 'origin').map(originOf);
  if (host.trim() === '') {
    throw new UsageError(l10n.t('--host needs a value that is not empty.'));
  }
  if (isEveryAddress(host) && origins.length === 0) {
    throw new UsageError(
      l10n.t('{0} is no address that people can be sent to. Say with --origin how they get here.', host),
    );
  }
  if (values.has('journal') && values.has('redis')) {
    throw new UsageError(
      l10n.t('Boards are kept in a folder (--journal) or in Redis (--redis). Say one of them.'),
    );
  }
  const listening = { host, port: portOf(values), origins };
  const repositories = allOf(values, 'repo');
  const { serveRetro } = await import('../serveRetro.ts');
  const serving = {
    listening,
    journal: valueOf(values, 'journal'),
    redis: redisOf(values),
    metrics: metricsOf(values),
    isForTeams: repositories.length > 0,
    asJson: values.has('json'),
  };
  const places = await Promise.all(
    repositories.length === 0 ? [openWorkplace()] : repositories.map((path) => openWorkplace(path)),
  );
  const sentence = await serveRetro(places, serving, terminal);
  return { json: async () => ({ stopped: true }), lines: () => [], summary: sentence };
}

function portOf(values: OptionValues): number {
  const port = valueOf(values, 'port') ?? '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(l10n.t('--port “{0}” is not a number up to 65535.', port));
  }
  return Number(port);
}

function metricsOf(values: OptionValues): FiguresAddress | undefined {
  const given = valueOf(values, 'metrics');
  if (given === undefined) {
    return undefined;
  }
  const [, address, port = ''] = /^(?:(\[[\da-fA-F:.]+\]|[\w.-]+):)?(\d{1,5})$/.exec(given) ?? [];
  if (port === '' || Number(port) > 65_535) {
    throw new UsageError(
      l10n.t('--metrics “{0}” is no address and port like 127.0.0.1:9464, or a port alone.', given),
    );
  }
  return { host: address?.replace(/^\[(.*)\]$/, '$1') ?? '127.0.0.1', port: Number(port) };
}

/** Not said again where it is wrong: there may be a password in it. */
function redisOf(values: OptionValues): string | undefined {
  const given = valueOf(values, 'redis');
  if (given !== undefined && !(URL.canParse(given) && /^rediss?:$/.test(new URL(given).protocol))) {
    throw new UsageError(
      l10n.t('--redis needs an address like redis://127.0.0.1:6379, or rediss://… for one behind TLS.'),
    );
  }
  return given;
}

function originOf(given: string): string {
  const origin = originIn(given);
  if (origin === undefined) {
    throw new UsageError(
      l10n.t('--origin “{0}” is not an address like https://retro.example.com, without a path.', given),
    );
  }
  return origin;
}
