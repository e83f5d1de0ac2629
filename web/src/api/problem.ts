/** One field of a refused form. */
export interface FieldProblem {
  field: string;
  code?: string;
  detail: string;
}

/**
 * What the server said when it refused (RFC 9457), or `code: "network"` with status 0 when it could not be reached.
 * `code` is stable and meant for decisions; `message` is a sentence for people.
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** What else the refusal tells: the line of a file, for instance. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(fields: {
    status: number;
    code: string;
    message: string;
    errors?: readonly FieldProblem[];
    traceId?: string | undefined;
    retryAfterSeconds?: number | undefined;
    extra?: Record<string, unknown>;
  }) {
    super(fields.message);
    this.name = "ProblemError";
    this.status = fields.status;
    this.code = fields.code;
    this.errors = fields.errors ?? [];
    this.traceId = fields.traceId;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.extra = fields.extra ?? {};
  }
}

export const isNetworkProblem = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === "network";

export const isNotFound = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status === 404;

export function networkProblem(cause: unknown): ProblemError {
  return Object.assign(new ProblemError({ status: 0, code: "network", message: "The server cannot be reached." }), {
    cause,
  });
}

/** Reads a refusal; a body that is no problem document (a proxy's error page, say) still becomes one. */
export function toProblem(response: Response, body: unknown): ProblemError {
  const fields = isRecord(body) ? body : {};
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new ProblemError({
    status: response.status,
    code: text(fields.code) ?? `http_${response.status}`,
    message: text(fields.detail) ?? text(fields.title) ?? `The server answered ${response.status}.`,
    errors: Array.isArray(fields.errors) ? fields.errors.filter(isFieldProblem) : [],
    traceId: text(fields.trace_id),
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    extra: fields,
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value.field === "string" && typeof value.detail === "string";
