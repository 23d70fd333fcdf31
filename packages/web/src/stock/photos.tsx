import { Button, FileButton, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCamera } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Location, unwrap } from "../api/client.ts";
import { putInList } from "../api/lists.ts";
import { locationsQuery, useMay } from "../api/queries.ts";
import { smallPicture } from "../inventory/small-picture.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { fieldProblem } from "../parts/form-problem.tsx";
import { dateTime } from "../words.ts";

const mostPhotos = 5;
type Photo = Location["photos"][number];

/** What the location looks like, for who has to find it; taken with the phone's camera or chosen. */
export function PhotosCard({ location }: { location: Location }) {
  const manages = useMay("manage-inventory");
  const queries = useQueryClient();
  const [shown, setShown] = useState<Photo | null>(null);
  const put = (photos: Location["photos"]) =>
    putInList(queries, locationsQuery.queryKey, { ...location, photos });
  const add = useMutation({
    mutationFn: async (file: File) =>
      unwrap(
        client.POST("/api/v1/locations/{id}/photos", {
          params: { path: { id: location.id } },
          body: { data: await smallPicture(file) },
        }),
      ),
    onSuccess: (photo) => put([...location.photos, photo]),
  });
  const remove = async (photo: Photo) => {
    await unwrap(
      client.DELETE("/api/v1/locations/{id}/photos/{photoId}", {
        params: { path: { id: location.id, photoId: photo.id } },
      }),
    );
    put(location.photos.filter(({ id }) => id !== photo.id));
    setShown(null);
    notifications.show({ message: t("The photo is removed.") });
  };
  if (location.photos.length === 0 && !manages) return null;
  const problem = add.error && (fieldProblem(add.error, "data") ?? add.error.message);
  return (
    <section className="card card-section" aria-label={t("Photos")}>
      <h2 className="section-head">{t("Photos")}</h2>
      {location.photos.length === 0 && (
        <p className="soft">{t("None yet. A photo shows newcomers where it is and what belongs into it.")}</p>
      )}
      <div className="photos">
        {location.photos.map((photo, index) => (
          <button
            key={photo.id}
            type="button"
            className="photo"
            aria-label={t("Photo {number} of {name}, large", { number: index + 1, name: location.name })}
            onClick={() => setShown(photo)}
          >
            <img src={addressOf(location, photo)} alt="" loading="lazy" />
          </button>
        ))}
        {manages && location.photos.length < mostPhotos && (
          <FileButton accept="image/*" capture="environment" onChange={(file) => file && add.mutate(file)}>
            {(props) => (
              <Button
                variant="default"
                className="photo photo-add"
                loading={add.isPending}
                leftSection={<IconCamera size={18} />}
                {...props}
              >
                {t("Add a photo")}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {problem && (
        <p role="alert" className="problem">
          {t("The photo was not saved: {problem}", { problem })}
        </p>
      )}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={shown ? t("{by}, {at}", { by: shown.by, at: dateTime(shown.at) }) : ""}
        size="xl"
        centered
      >
        {shown && (
          <div className="form">
            <img
              src={addressOf(location, shown)}
              alt={t("Photo of {name}", { name: location.name })}
              className="photo-large"
            />
            {manages && (
              <div>
                <ConfirmButton
                  label={t("Remove")}
                  title={t("Remove this photo?")}
                  action={t("Remove")}
                  act={() => remove(shown)}
                  size="xs"
                >
                  {t("It can't be brought back.")}
                </ConfirmButton>
              </div>
            )}
          </div>
        )}
      </Modal>
    </section>
  );
}

function addressOf(location: Location, photo: Photo): string {
  return `/api/v1/locations/${location.id}/photos/${photo.id}`;
}
