import { Button, FileButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Part, unwrap } from "../api/client.ts";
import { putInList } from "../api/lists.ts";
import { partsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormSection } from "../parts/form/form.tsx";
import { fieldProblem } from "../parts/form-problem.tsx";
import { PartPicture } from "../parts/part-picture.tsx";
import { smallPicture } from "./small-picture.ts";

/** A part's picture, taken with the phone or chosen; it is saved at once. */
export function PictureOfPart({ part }: { part: Part }) {
  const manages = useMay("manage-inventory");
  const queries = useQueryClient();
  const path = { params: { path: { id: part.id } } };
  const put = useMutation({
    mutationFn: async (file: File) =>
      unwrap(client.PUT("/api/v1/parts/{id}/picture", { ...path, body: { data: await smallPicture(file) } })),
    onSuccess: (changed) => putInList(queries, partsQuery.queryKey, changed),
  });
  const remove = useMutation({
    mutationFn: () => unwrap(client.DELETE("/api/v1/parts/{id}/picture", path)),
    onSuccess: () => putInList(queries, partsQuery.queryKey, { ...part, pictureAt: null }),
  });
  const error = put.error ?? remove.error;
  if (!manages && !part.pictureAt) return null;
  return (
    <FormSection
      title={t("Picture")}
      note={t("So that storekeepers see what they look for. It is saved at once.")}
    >
      <PartPicture part={part} size={160} />
      {error && (
        <p role="alert" className="problem">
          {fieldProblem(error, "data")
            ? t("The picture {error}", { error: fieldProblem(error, "data") })
            : error.message}
        </p>
      )}
      {manages && (
        <div className="file-list">
          <FileButton accept="image/*" onChange={(file) => file && put.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={put.isPending} {...props}>
                {part.pictureAt ? t("Another picture") : t("Add a picture")}
              </Button>
            )}
          </FileButton>
          {part.pictureAt && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("Take it away")}
            </Button>
          )}
        </div>
      )}
    </FormSection>
  );
}
