import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProblem, client, unwrap } from "../api/client.ts";
import { fragmentToken } from "../parts/fragment-token.ts";

/** The first admin's way in: a registration link that works once. */
export function RegisterPage() {
  const [token] = useState(fragmentToken);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(() => {
    document.title = "Register · Refill";
  }, []);
  const link = useQuery({
    queryKey: ["registration", token],
    queryFn: () =>
      unwrap(client.GET("/api/v1/registration/{token}", { params: { path: { token: token || "none" } } })),
    retry: false,
  });
  const register = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/registration/{token}", {
          params: { path: { token } },
          body: { name: name.trim(), email: link.data?.email ?? email.trim() },
        }),
      ),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: "/" });
    },
  });
  const problem = register.error instanceof ApiProblem ? register.error : undefined;
  const fields = problem?.fields ?? {};
  return (
    <main className="centre">
      <div className="card">
        <h1 style={{ margin: "0 0 6px", fontSize: 26 }}>Welcome to Refill</h1>
        {link.isPending && <p className="soft">Checking the link …</p>}
        {link.error && (
          <>
            <p>{link.error.message}</p>
            <p className="soft">
              Each link works once and for seven days. Already registered in this browser?{" "}
              <a href="/">Open Refill</a>
            </p>
          </>
        )}
        {link.data && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              register.mutate();
            }}
          >
            <p className="soft" style={{ marginTop: 0 }}>
              You become {link.data.role} of <strong>{link.data.customerName}</strong>.
            </p>
            <TextInput
              label="Your name"
              autoComplete="name"
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={fields.name}
              data-autofocus
            />
            <TextInput
              mt="sm"
              type="email"
              label="E-mail address"
              autoComplete="email"
              required
              maxLength={254}
              value={link.data.email ?? email}
              readOnly={link.data.email !== null}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={
                fields.email && (problem?.status === 400 ? "This is not an e-mail address." : fields.email)
              }
            />
            {problem && Object.keys(fields).length === 0 && (
              <Alert mt="sm" color="red" role="alert">
                {problem.message}
              </Alert>
            )}
            <Button mt="lg" type="submit" fullWidth loading={register.isPending}>
              Register and open Refill
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
