import { useParams } from "@tanstack/react-router";
import { SignInConnectionPage } from "./sign-in-connection.tsx";

export function SignInConnectionRoute() {
  const { id } = useParams({ from: "/inside/settings/sign-in/$id" });
  return <SignInConnectionPage id={id} />;
}
