import { FileInput, PasswordInput, TextInput } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiProblem, client, type Device, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { textOfQrCode } from "./qr-picture.ts";

export interface Keys {
  devEui: string;
  joinEui: string;
  appKey: string;
  nwkKey: string;
  /** Only read from the code, for a name. */
  serialNumber: string;
}
/** As the standard and as many labels call it. */
const joinEuiNames = "JoinEUI (AppEUI)";
export const emptyKeys: Keys = { devEui: "", joinEui: "", appKey: "", nwkKey: "", serialNumber: "" };

/** As the API takes them: without blanks, dashes and what is empty. */
export function keysOf({ devEui, joinEui, appKey, nwkKey }: Keys) {
  const plain = (text: string) => text.replace(/[\s:-]/g, "");
  return {
    devEui: plain(devEui),
    joinEui: plain(joinEui),
    appKey: plain(appKey),
    ...(nwkKey ? { nwkKey: plain(nwkKey) } : {}),
  };
}

/** What stands on a device's label: by camera as far as its QR code tells, the rest typed. */
export function KeyFields({
  keys,
  macVersion,
  onChange,
  problemOf,
  code,
}: {
  keys: Keys;
  macVersion: Device["macVersion"];
  onChange(keys: Keys): void;
  problemOf(field: string): string | undefined;
  /** Of a QR code that was scanned before; undefined: none was. */
  code?: string | undefined;
}) {
  const scan = useMutation({
    mutationFn: async (given: File | string) => {
      const text = typeof given === "string" ? given : await textOfQrCode(given);
      return unwrap(client.POST("/api/v1/devices/qr-code", { body: { text } }));
    },
    onSuccess: ({ devEui, joinEui, serialNumber }) =>
      onChange({ ...keys, devEui, joinEui, serialNumber: serialNumber ?? "" }),
  });
  const { mutate } = scan;
  useEffect(() => {
    if (code) mutate(code);
  }, [code, mutate]);
  const set = (field: keyof Keys) => (event: React.ChangeEvent<HTMLInputElement>) =>
    onChange({ ...keys, [field]: event.currentTarget.value });
  const problem = (field: string, digits: number) => {
    const words = problemOf(field);
    return words?.startsWith("must match")
      ? t("must be {count} hexadecimal digits", { count: digits })
      : words;
  };
  return (
    <div className="form">
      <FileInput
        label={t("QR code on the device")}
        description={t("Photograph it, or choose a picture; the AppKey is not in it")}
        placeholder={t("Take a picture")}
        accept="image/*"
        capture="environment"
        leftSection={<IconCamera size={16} />}
        value={null}
        onChange={(file) => file && scan.mutate(file)}
        error={scan.error && qrProblem(scan.error)}
      />
      <TextInput
        required
        label="DevEUI"
        description={t("16 hexadecimal digits")}
        value={keys.devEui}
        onChange={set("devEui")}
        error={problem("devEui", 16)}
      />
      <TextInput
        required
        label={joinEuiNames}
        description={t("16 hexadecimal digits")}
        value={keys.joinEui}
        onChange={set("joinEui")}
        error={problem("joinEui", 16)}
      />
      <PasswordInput
        required
        label="AppKey"
        description={t("32 hexadecimal digits, from the label or the vendor. It is never shown again.")}
        autoComplete="off"
        value={keys.appKey}
        onChange={set("appKey")}
        error={problem("appKey", 32)}
      />
      {macVersion === "1.1" && (
        <PasswordInput
          required
          label="NwkKey"
          autoComplete="off"
          value={keys.nwkKey}
          onChange={set("nwkKey")}
          error={problem("nwkKey", 32)}
        />
      )}
    </div>
  );
}

function qrProblem(error: Error): string {
  const field = error instanceof ApiProblem ? error.fields.text : undefined;
  return field ? t("The code {problem}", { problem: field }) : error.message;
}
