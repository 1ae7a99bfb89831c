import type { IncomingMessage } from 'node:http';
import type { DecisionStore } from '@proviso/record/log';
import { fastify, LogController } from 'fastify';
import { Guard, LOOPBACK_NAMES } from './access/guard.ts';
import { LOCAL } from './access/roles.ts';
import { Questions } from './answers/pose.ts';
import { type App, LIMITS, type ServiceContext, TIMES, type Times, type TypeBoxProvider } from './context.ts';
import { limitArrival } from './http/arrival.ts';
import { Bodies } from './http/bodies.ts';
import { notFound, pathOf, sendClientFailure, sendFailure } from './http/failures.ts';
import { loggerOf, logRequests } from './http/logging.ts';
import { Methods } from './http/methods.ts';
import { describeRoutes } from './http/openapi.ts';
import { RateLimit } from './http/rate-limit.ts';
import { requestIdOf } from './http/request-id.ts';
import { validatorFor } from './http/validation.ts';
import { MemoPress } from './memo/press.ts';
import type { ServiceOptions } from './options.ts';
import { batchRoute } from './routes/batch.ts';
import { decisionRoute } from './routes/decision.ts';
import { decisionListRoute } from './routes/decision-list.ts';
import { decisionsRoute } from './routes/decisions.ts';
import { explanationsRoute } from './routes/explanations.ts';
import { healthRoutes } from './routes/health.ts';
import { mcpRoute } from './routes/mcp.ts';
import { memoRoutes } from './routes/memo.ts';
import { nextQuestionRoute } from './routes/next-question.ts';
import { openapiRoute } from './routes/openapi.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { replayRoute } from './routes/replay.ts';
import { rulebookRoute } from './routes/rulebook.ts';
import { rulebooksRoute } from './routes/rulebooks.ts';
import { screeningEventsRoute } from './routes/screenings/events.ts';
import { screeningResultRoutes } from './routes/screenings/results.ts';
import { screeningRoutes } from './routes/screenings/screenings.ts';
import { uploadRoutes } from './routes/screenings/uploads.ts';
import { statusRoute } from './routes/status.ts';
import { timelineRoute } from './routes/timeline.ts';
import { versionRoutes } from './routes/versions.ts';
import { Publishing } from './rulebooks/publishing.ts';
import type { Shelf } from './rulebooks/shelf.ts';
import { SHARED } from './schemas/shared.ts';
import { openScreenings } from './screenings/index.ts';
import { siteRoutes } from './site/site.ts';
import { type OpenedStore, openStore } from './store.ts';

const SECOND = 1000;

/** A service: the HTTP application and the store of decisions behind it. */
export interface Service {
  readonly app: App;
  readonly log: DecisionStore;
  /** The rulebooks that it answers about now. */
  readonly shelf: Shelf;
  /** The folder whose earlier decisions are not seen, because a database has them now. */
  readonly unseen: string | undefined;
  /** Takes nothing new from now on. */
  refuse(): void;
  /** Finishes what is under way and gives the data folder and the database back. */
  close(): Promise<void>;
}

/**
 * Makes a service; it does not listen yet.
 * @throws RecordError when the data folder or the database is in use, cannot be used, or is damaged.
 * @throws ServiceError when a rulebook that was published earlier has errors.
 */
export async function createService(options: ServiceOptions): Promise<Service> {
  const times = { ...TIMES, ...options.times };
  const app = makeApp(options, times);
  const store = await openStore(options, app.log);
  try {
    return await serviceWith(store, app, times, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serviceWith(store: OpenedStore, app: App, times: Times, options: ServiceOptions): Promise<Service> {
  const { dataFolder, access = {}, now = Date.now } = options;
  const publishing = new Publishing(dataFolder, options.rulebooks, now);
  await publishing.remember();
  const { shelf } = publishing;
  let stopping = false;
  const limits = { ...LIMITS, ...options.limits };
  const { log, unseen } = store;
  const screenings = await openScreenings(dataFolder, shelf, { most: limits.upload, ...times }, now);
  const context: ServiceContext = {
    shelf,
    publishing,
    log,
    now,
    questions: new Questions(shelf, now),
    press: new MemoPress(),
    screenings,
    limits,
  };
  const hosts = access.hosts === undefined ? undefined : new Set(access.hosts.map((host) => host.toLowerCase()));
  const guard = new Guard({
    tokens: access.tokens,
    hosts: hosts ?? (access.tokens === undefined ? LOOPBACK_NAMES : undefined),
    rate: access.rate === undefined ? undefined : new RateLimit(access.rate, now),
    isStopping: () => stopping,
  });
  app.addHook('onRequest', guard.admit);
  logRequests(app, options.log);
  const methods = new Methods(app);
  await describeRoutes(app, access.tokens !== undefined);
  for (const schema of SHARED) app.addSchema(schema);
  for (const route of ROUTES) route(app, context);
  siteRoutes(app, options);
  app.setNotFoundHandler({}, (request, reply) => {
    const refusal = methods.refusal(request.method, pathOf(request.url));
    sendFailure(refusal ?? notFound(request), request, reply);
  });
  await app.ready();
  return {
    app,
    log,
    shelf,
    unseen,
    refuse: () => {
      stopping = true;
    },
    close: async () => {
      stopping = true;
      await screenings.close();
      await app.close();
      await publishing.close();
      await store.close();
    },
  };
}

const ROUTES: readonly ((app: App, context: ServiceContext) => void)[] = [
  healthRoutes,
  rulebooksRoute,
  rulebookRoute,
  publishingRoutes,
  versionRoutes,
  statusRoute,
  timelineRoute,
  decisionsRoute,
  batchRoute,
  decisionListRoute,
  decisionRoute,
  replayRoute,
  memoRoutes,
  nextQuestionRoute,
  explanationsRoute,
  uploadRoutes,
  screeningRoutes,
  screeningEventsRoute,
  screeningResultRoutes,
  mcpRoute,
  openapiRoute,
];

function makeApp({ log }: ServiceOptions, { head, request }: Times): App {
  const app = fastify({
    loggerInstance: loggerOf(log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // Lines name their request themselves: a logger for each request would cost more than a decision.
    childLoggerFactory: (logger) => logger,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']),
    bodyLimit: LIMITS.question,
    // What comes after the head is waited for by `limitArrival`: files may take as long as they come.
    requestTimeout: 0,
    http: { headersTimeout: head, connectionsCheckingInterval: Math.min(head, 30 * SECOND) },
    keepAliveTimeout: 72 * SECOND,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: sendClientFailure,
    frameworkErrors: (error, request, reply) => {
      request.asker = LOCAL;
      sendFailure(error, request, reply);
    },
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<TypeBoxProvider>();
  app.decorateRequest('asker');
  limitArrival(app, request);
  app.removeAllContentTypeParsers();
  const bodies = new Bodies();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, bodies.read(typeof body === 'string' ? Buffer.from(body) : body));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
  app.setValidatorCompiler(validatorFor);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(sendFailure);
  return app;
}
