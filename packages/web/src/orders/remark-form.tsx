import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { pathOf } from "./order-steps.tsx";

/** What a person wants others to know of an order: it stands in its story. */
export function RemarkForm({ order }: { order: Pick<Order, "id"> }) {
  const may = useMay("acknowledge-orders");
  const [text, setText] = useState("");
  const queries = useQueryClient();
  const changed = useOrderChange(() => setText(""));
  const add = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders/{id}/remarks", {
          ...pathOf(order as Order),
          body: { text: text.trim() },
        }),
      ),
    onSuccess: (next) => {
      changed(next);
      // Its purchase order shows it, too.
      void queries.invalidateQueries({ queryKey: ["order"] });
    },
  });
  if (!may) return null;
  return (
    <form
      className="remark-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Textarea
        aria-label={t("Remark")}
        placeholder={t("Add a remark for others")}
        maxLength={1000}
        autosize
        minRows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={add.error?.message}
      />
      {text.trim() && (
        <Button type="submit" loading={add.isPending}>
          {t("Add")}
        </Button>
      )}
    </form>
  );
}
