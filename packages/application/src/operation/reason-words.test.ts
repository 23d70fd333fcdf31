import { expect, test } from "vitest";
import { reasonWithoutContent } from "./reason-words.ts";

test("a reason keeps what is about the machinery and loses what may be a customer's", () => {
  expect(reasonWithoutContent("connect ECONNREFUSED 127.0.0.1:587")).toBe(
    "connect ECONNREFUSED 127.0.0.1:587",
  );
  expect(reasonWithoutContent("550 <maria@acme.example> unknown user")).toBe("550 <<address>> unknown user");
  expect(reasonWithoutContent('the supplier "Bolt Brothers" was removed')).toBe(
    "the supplier <…> was removed",
  );
  expect(reasonWithoutContent("POST https://erp.acme.example/orders?key=1 answered 500")).toBe(
    "POST <web address> answered 500",
  );
  expect(reasonWithoutContent("key rfk_eu_5v7Zr2N9S0mJc1kqT8xW refused")).toBe("key <…> refused");
  expect(reasonWithoutContent("x ".repeat(500)).length).toBe(300);
});
