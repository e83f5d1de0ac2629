import { describe, expect, test } from "vitest";
import { toProblem } from "./problem";

describe("a refusal", () => {
  test("keeps the server's code, sentence, reference and field errors", () => {
    const problem = toProblem(new Response(null, { status: 400, headers: { "Retry-After": "7" } }), {
      title: "Bad Request",
      code: "invalid",
      detail: "The title is empty.",
      trace_id: "abc",
      errors: [{ field: "title", detail: "must not be blank" }, "nonsense"],
    });
    expect(problem).toMatchObject({
      status: 400,
      code: "invalid",
      message: "The title is empty.",
      traceId: "abc",
      retryAfterSeconds: 7,
      errors: [{ field: "title", detail: "must not be blank" }],
    });
  });

  test("is one also when a proxy answers with a page of its own", () => {
    expect(toProblem(new Response(null, { status: 502 }), null)).toMatchObject({
      status: 502,
      code: "http_502",
      errors: [],
    });
  });
});
