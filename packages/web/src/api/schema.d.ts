/** Generated from the OpenAPI document by npm run api-types. */
export interface paths {
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every type of problem that the API answers, and what to do about it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                /** @description `type` of the problem */
                                type: string;
                                statuses: number[];
                                title: string;
                                /** @description What to do */
                                remedy: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sites */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of the name; case and accents make no difference */
                    q?: string;
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a site */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a site */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a site */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a site: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/sites/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 sites at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                name: string;
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                name?: string;
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @description From 1, one more with each change */
                                    version: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List suppliers */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of the name; case and accents make no difference */
                    q?: string;
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                leadTimeDays: number;
                                dispatch: {
                                    /** @enum {string} */
                                    kind: "email";
                                    address: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "webhook";
                                    /** Format: uri */
                                    url: string;
                                };
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                                webhookSecret?: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a supplier */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        leadTimeDays: number;
                        dispatch: {
                            /** @enum {string} */
                            kind: "email";
                            address: string;
                        } | {
                            /** @enum {string} */
                            kind: "webhook";
                            /** Format: uri */
                            url: string;
                        };
                        /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                        webhookSecret?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            leadTimeDays: number;
                            dispatch: {
                                /** @enum {string} */
                                kind: "email";
                                address: string;
                            } | {
                                /** @enum {string} */
                                kind: "webhook";
                                /** Format: uri */
                                url: string;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                            webhookSecret?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a supplier */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            leadTimeDays: number;
                            dispatch: {
                                /** @enum {string} */
                                kind: "email";
                                address: string;
                            } | {
                                /** @enum {string} */
                                kind: "webhook";
                                /** Format: uri */
                                url: string;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                            webhookSecret?: string;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a supplier */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a supplier: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        leadTimeDays?: number;
                        dispatch?: {
                            /** @enum {string} */
                            kind: "email";
                            address: string;
                        } | {
                            /** @enum {string} */
                            kind: "webhook";
                            /** Format: uri */
                            url: string;
                        };
                        /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                        webhookSecret?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            leadTimeDays: number;
                            dispatch: {
                                /** @enum {string} */
                                kind: "email";
                                address: string;
                            } | {
                                /** @enum {string} */
                                kind: "webhook";
                                /** Format: uri */
                                url: string;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                            webhookSecret?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/suppliers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 suppliers at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                name: string;
                                leadTimeDays: number;
                                dispatch: {
                                    /** @enum {string} */
                                    kind: "email";
                                    address: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "webhook";
                                    /** Format: uri */
                                    url: string;
                                };
                                /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                                webhookSecret?: string;
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                name?: string;
                                leadTimeDays?: number;
                                dispatch?: {
                                    /** @enum {string} */
                                    kind: "email";
                                    address: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "webhook";
                                    /** Format: uri */
                                    url: string;
                                };
                                /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                                webhookSecret?: string;
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    leadTimeDays: number;
                                    dispatch: {
                                        /** @enum {string} */
                                        kind: "email";
                                        address: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "webhook";
                                        /** Format: uri */
                                        url: string;
                                    };
                                    /** @description From 1, one more with each change */
                                    version: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                                    webhookSecret?: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parts */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "number" | "-number" | "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of number and name; case and accents make no difference */
                    q?: string;
                    supplierId?: string;
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                name: string;
                                unit: string;
                                /** Format: uuid */
                                supplierId: string;
                                packSize: number;
                                minimumOrderQuantity: number;
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a part */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        name: string;
                        unit: string;
                        /** Format: uuid */
                        supplierId: string;
                        packSize: number;
                        minimumOrderQuantity: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            name: string;
                            unit: string;
                            /** Format: uuid */
                            supplierId: string;
                            packSize: number;
                            minimumOrderQuantity: number;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a part */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            name: string;
                            unit: string;
                            /** Format: uuid */
                            supplierId: string;
                            packSize: number;
                            minimumOrderQuantity: number;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a part */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a part: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number?: string;
                        name?: string;
                        unit?: string;
                        /** Format: uuid */
                        supplierId?: string;
                        packSize?: number;
                        minimumOrderQuantity?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            name: string;
                            unit: string;
                            /** Format: uuid */
                            supplierId: string;
                            packSize: number;
                            minimumOrderQuantity: number;
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/parts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 parts at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                number: string;
                                name: string;
                                unit: string;
                                /** Format: uuid */
                                supplierId: string;
                                packSize: number;
                                minimumOrderQuantity: number;
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                number?: string;
                                name?: string;
                                unit?: string;
                                /** Format: uuid */
                                supplierId?: string;
                                packSize?: number;
                                minimumOrderQuantity?: number;
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    name: string;
                                    unit: string;
                                    /** Format: uuid */
                                    supplierId: string;
                                    packSize: number;
                                    minimumOrderQuantity: number;
                                    /** @description From 1, one more with each change */
                                    version: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List locations */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of the location's name, its part's number and name; case and accents make no difference */
                    q?: string;
                    siteId?: string;
                    partId?: string;
                    supplierId?: string;
                    deviceId?: string;
                    hasDevice?: boolean;
                    hasOpenOrder?: boolean;
                    /** @description One or more: state=low&state=empty */
                    state?: ("ok" | "low" | "empty" | "unknown")[];
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                siteId: string;
                                name: string;
                                /** Format: uuid */
                                partId: string;
                                deviceId: string | null;
                                geometry: {
                                    /** @enum {string} */
                                    kind: "containers";
                                    emptyDistanceMm: number;
                                    containerDepthMm: number;
                                    capacityContainers: number;
                                    piecesPerContainer: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "fill-height";
                                    emptyDistanceMm: number;
                                    fullDistanceMm: number;
                                    capacityPieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "button";
                                    capacityPieces: number;
                                };
                                policy: {
                                    minimum: number;
                                    maximum: number;
                                };
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                level: {
                                    onHand: number | null;
                                    confidence: number | null;
                                    measuredAt: string | null;
                                    unknownSince: string | null;
                                } | null;
                                capacity: number;
                                onOrder: number;
                                inventoryPosition: number | null;
                                /** @enum {string} */
                                state: "ok" | "low" | "empty" | "unknown";
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a storage location */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        siteId: string;
                        name: string;
                        /** Format: uuid */
                        partId: string;
                        deviceId: string | null;
                        geometry: {
                            /** @enum {string} */
                            kind: "containers";
                            emptyDistanceMm: number;
                            containerDepthMm: number;
                            capacityContainers: number;
                            piecesPerContainer: number;
                        } | {
                            /** @enum {string} */
                            kind: "fill-height";
                            emptyDistanceMm: number;
                            fullDistanceMm: number;
                            capacityPieces: number;
                        } | {
                            /** @enum {string} */
                            kind: "button";
                            capacityPieces: number;
                        };
                        policy: {
                            minimum: number;
                            maximum: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            /** Format: uuid */
                            partId: string;
                            deviceId: string | null;
                            geometry: {
                                /** @enum {string} */
                                kind: "containers";
                                emptyDistanceMm: number;
                                containerDepthMm: number;
                                capacityContainers: number;
                                piecesPerContainer: number;
                            } | {
                                /** @enum {string} */
                                kind: "fill-height";
                                emptyDistanceMm: number;
                                fullDistanceMm: number;
                                capacityPieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "button";
                                capacityPieces: number;
                            };
                            policy: {
                                minimum: number;
                                maximum: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            level: {
                                onHand: number | null;
                                confidence: number | null;
                                measuredAt: string | null;
                                unknownSince: string | null;
                            } | null;
                            capacity: number;
                            onOrder: number;
                            inventoryPosition: number | null;
                            /** @enum {string} */
                            state: "ok" | "low" | "empty" | "unknown";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a storage location */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            /** Format: uuid */
                            partId: string;
                            deviceId: string | null;
                            geometry: {
                                /** @enum {string} */
                                kind: "containers";
                                emptyDistanceMm: number;
                                containerDepthMm: number;
                                capacityContainers: number;
                                piecesPerContainer: number;
                            } | {
                                /** @enum {string} */
                                kind: "fill-height";
                                emptyDistanceMm: number;
                                fullDistanceMm: number;
                                capacityPieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "button";
                                capacityPieces: number;
                            };
                            policy: {
                                minimum: number;
                                maximum: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            level: {
                                onHand: number | null;
                                confidence: number | null;
                                measuredAt: string | null;
                                unknownSince: string | null;
                            } | null;
                            capacity: number;
                            onOrder: number;
                            inventoryPosition: number | null;
                            /** @enum {string} */
                            state: "ok" | "low" | "empty" | "unknown";
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a storage location */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a storage location: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        siteId?: string;
                        name?: string;
                        /** Format: uuid */
                        partId?: string;
                        deviceId?: string | null;
                        geometry?: {
                            /** @enum {string} */
                            kind: "containers";
                            emptyDistanceMm: number;
                            containerDepthMm: number;
                            capacityContainers: number;
                            piecesPerContainer: number;
                        } | {
                            /** @enum {string} */
                            kind: "fill-height";
                            emptyDistanceMm: number;
                            fullDistanceMm: number;
                            capacityPieces: number;
                        } | {
                            /** @enum {string} */
                            kind: "button";
                            capacityPieces: number;
                        };
                        policy?: {
                            minimum: number;
                            maximum: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            /** Format: uuid */
                            partId: string;
                            deviceId: string | null;
                            geometry: {
                                /** @enum {string} */
                                kind: "containers";
                                emptyDistanceMm: number;
                                containerDepthMm: number;
                                capacityContainers: number;
                                piecesPerContainer: number;
                            } | {
                                /** @enum {string} */
                                kind: "fill-height";
                                emptyDistanceMm: number;
                                fullDistanceMm: number;
                                capacityPieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "button";
                                capacityPieces: number;
                            };
                            policy: {
                                minimum: number;
                                maximum: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            level: {
                                onHand: number | null;
                                confidence: number | null;
                                measuredAt: string | null;
                                unknownSince: string | null;
                            } | null;
                            capacity: number;
                            onOrder: number;
                            inventoryPosition: number | null;
                            /** @enum {string} */
                            state: "ok" | "low" | "empty" | "unknown";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/locations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 locations at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                /** Format: uuid */
                                siteId: string;
                                name: string;
                                /** Format: uuid */
                                partId: string;
                                deviceId: string | null;
                                geometry: {
                                    /** @enum {string} */
                                    kind: "containers";
                                    emptyDistanceMm: number;
                                    containerDepthMm: number;
                                    capacityContainers: number;
                                    piecesPerContainer: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "fill-height";
                                    emptyDistanceMm: number;
                                    fullDistanceMm: number;
                                    capacityPieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "button";
                                    capacityPieces: number;
                                };
                                policy: {
                                    minimum: number;
                                    maximum: number;
                                };
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                /** Format: uuid */
                                siteId?: string;
                                name?: string;
                                /** Format: uuid */
                                partId?: string;
                                deviceId?: string | null;
                                geometry?: {
                                    /** @enum {string} */
                                    kind: "containers";
                                    emptyDistanceMm: number;
                                    containerDepthMm: number;
                                    capacityContainers: number;
                                    piecesPerContainer: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "fill-height";
                                    emptyDistanceMm: number;
                                    fullDistanceMm: number;
                                    capacityPieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "button";
                                    capacityPieces: number;
                                };
                                policy?: {
                                    minimum: number;
                                    maximum: number;
                                };
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    siteId: string;
                                    name: string;
                                    /** Format: uuid */
                                    partId: string;
                                    deviceId: string | null;
                                    geometry: {
                                        /** @enum {string} */
                                        kind: "containers";
                                        emptyDistanceMm: number;
                                        containerDepthMm: number;
                                        capacityContainers: number;
                                        piecesPerContainer: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "fill-height";
                                        emptyDistanceMm: number;
                                        fullDistanceMm: number;
                                        capacityPieces: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "button";
                                        capacityPieces: number;
                                    };
                                    policy: {
                                        minimum: number;
                                        maximum: number;
                                    };
                                    /** @description From 1, one more with each change */
                                    version: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    level: {
                                        onHand: number | null;
                                        confidence: number | null;
                                        measuredAt: string | null;
                                        unknownSince: string | null;
                                    } | null;
                                    capacity: number;
                                    onOrder: number;
                                    inventoryPosition: number | null;
                                    /** @enum {string} */
                                    state: "ok" | "low" | "empty" | "unknown";
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A location's level over time: the newest 2,000 measurements between from and to, oldest first */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                at: string;
                                onHand: number | null;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many locations are low, empty, unknown or on order, and how many devices are silent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                locations: number;
                                low: number;
                                empty: number;
                                unknown: number;
                                onOrder: number;
                                silentDevices: number;
                            };
                            demonstration: boolean;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create many records at once, with ids of your own; all of them or none */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sites?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        suppliers?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            leadTimeDays: number;
                            dispatch: {
                                /** @enum {string} */
                                kind: "email";
                                address: string;
                            } | {
                                /** @enum {string} */
                                kind: "webhook";
                                /** Format: uri */
                                url: string;
                            };
                            /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
                            webhookSecret?: string;
                        }[];
                        parts?: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            name: string;
                            unit: string;
                            /** Format: uuid */
                            supplierId: string;
                            packSize: number;
                            minimumOrderQuantity: number;
                        }[];
                        gateways?: {
                            /** Format: uuid */
                            id: string;
                            /** @description Gateway EUI, 16 hexadecimal digits */
                            gatewayEui: string;
                            name: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                            channelBlock?: number | null;
                        }[];
                        devices?: {
                            /** Format: uuid */
                            id: string;
                            /** @description DevEUI, 16 hexadecimal digits */
                            devEui: string;
                            /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                            joinEui: string;
                            name: string;
                            /** @enum {string} */
                            profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /**
                             * @description LoRaWAN version
                             * @enum {string}
                             */
                            macVersion?: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                            /** @enum {string} */
                            deviceClass?: "A" | "B" | "C";
                            /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                            allowsCounterReset?: boolean;
                            /** @description How the device's radio is run; what is left out has its default */
                            radio?: {
                                /** @description Whether the network chooses data rate and power */
                                adr?: boolean;
                                adrMarginDb?: number;
                                minimumDataRate?: number;
                                maximumDataRate?: number;
                                maximumTransmissions?: number;
                                rxDelaySeconds?: number;
                                rx1DataRateOffset?: number;
                                channelBlock?: number | null;
                                statusEveryHours?: number;
                            };
                            /** @description AppKey; taken, never given out, 32 hexadecimal digits */
                            appKey?: string;
                            /** @description NwkKey of a LoRaWAN 1.1 device; taken, never given out, 32 hexadecimal digits */
                            nwkKey?: string;
                            /** @description Activation by personalisation (ABP) instead of root keys */
                            personalised?: {
                                /** @description DevAddr, 8 hexadecimal digits */
                                devAddr: string;
                                /** @description AppSKey, 32 hexadecimal digits */
                                appSKey: string;
                                /** @description NwkSKey of LoRaWAN 1.0.x, 32 hexadecimal digits */
                                nwkSKey?: string;
                                /** @description FNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                fNwkSIntKey?: string;
                                /** @description SNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                sNwkSIntKey?: string;
                                /** @description NwkSEncKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                nwkSEncKey?: string;
                                frameCounterUp?: number;
                                frameCounterDown?: number;
                            };
                        }[];
                        locations?: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            /** Format: uuid */
                            partId: string;
                            deviceId: string | null;
                            geometry: {
                                /** @enum {string} */
                                kind: "containers";
                                emptyDistanceMm: number;
                                containerDepthMm: number;
                                capacityContainers: number;
                                piecesPerContainer: number;
                            } | {
                                /** @enum {string} */
                                kind: "fill-height";
                                emptyDistanceMm: number;
                                fullDistanceMm: number;
                                capacityPieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "button";
                                capacityPieces: number;
                            };
                            policy: {
                                minimum: number;
                                maximum: number;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            created: {
                                sites: number;
                                suppliers: number;
                                parts: number;
                                gateways: number;
                                devices: number;
                                locations: number;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List devices */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "name" | "-name" | "devEui" | "-devEui" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of name and DevEUI; case and accents make no difference */
                    q?: string;
                    /** @description DevEUI, 16 hexadecimal digits */
                    devEui?: string;
                    profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                    /** @description Channel plan of RP002-1.0.4 that device and gateways use */
                    region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                    /** @description Whether it watches a location */
                    isAssigned?: boolean;
                    state?: ("never-seen" | "active" | "silent")[];
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description DevEUI, 16 hexadecimal digits */
                                devEui: string;
                                /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                                joinEui: string;
                                name: string;
                                /** @enum {string} */
                                profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /**
                                 * @description LoRaWAN version
                                 * @enum {string}
                                 */
                                macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                                /** @enum {string} */
                                deviceClass: "A" | "B" | "C";
                                /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                                allowsCounterReset: boolean;
                                /** @description How the device's radio is run; what is left out has its default */
                                radio: {
                                    /** @description Whether the network chooses data rate and power */
                                    adr?: boolean;
                                    adrMarginDb?: number;
                                    minimumDataRate?: number;
                                    maximumDataRate?: number;
                                    maximumTransmissions?: number;
                                    rxDelaySeconds?: number;
                                    rx1DataRateOffset?: number;
                                    channelBlock?: number | null;
                                    statusEveryHours?: number;
                                };
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                /** @enum {string} */
                                activation: "otaa" | "abp";
                                locationId: string | null;
                                batteryPercent: number | null;
                                lastSeenAt: string | null;
                                rssiDbm: number | null;
                                snrDb: number | null;
                                dataRate: string | null;
                                spreadingFactor: number | null;
                                frameCounter: number | null;
                                overwritten: number;
                                /** @enum {string} */
                                state: "never-seen" | "active" | "silent";
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a device */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description DevEUI, 16 hexadecimal digits */
                        devEui: string;
                        /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                        joinEui: string;
                        name: string;
                        /** @enum {string} */
                        profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                        /**
                         * @description Channel plan of RP002-1.0.4 that device and gateways use
                         * @enum {string}
                         */
                        region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                        /**
                         * @description LoRaWAN version
                         * @enum {string}
                         */
                        macVersion?: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                        /** @enum {string} */
                        deviceClass?: "A" | "B" | "C";
                        /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                        allowsCounterReset?: boolean;
                        /** @description How the device's radio is run; what is left out has its default */
                        radio?: {
                            /** @description Whether the network chooses data rate and power */
                            adr?: boolean;
                            adrMarginDb?: number;
                            minimumDataRate?: number;
                            maximumDataRate?: number;
                            maximumTransmissions?: number;
                            rxDelaySeconds?: number;
                            rx1DataRateOffset?: number;
                            channelBlock?: number | null;
                            statusEveryHours?: number;
                        };
                        /** @description AppKey; taken, never given out, 32 hexadecimal digits */
                        appKey?: string;
                        /** @description NwkKey of a LoRaWAN 1.1 device; taken, never given out, 32 hexadecimal digits */
                        nwkKey?: string;
                        /** @description Activation by personalisation (ABP) instead of root keys */
                        personalised?: {
                            /** @description DevAddr, 8 hexadecimal digits */
                            devAddr: string;
                            /** @description AppSKey, 32 hexadecimal digits */
                            appSKey: string;
                            /** @description NwkSKey of LoRaWAN 1.0.x, 32 hexadecimal digits */
                            nwkSKey?: string;
                            /** @description FNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                            fNwkSIntKey?: string;
                            /** @description SNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                            sNwkSIntKey?: string;
                            /** @description NwkSEncKey of LoRaWAN 1.1, 32 hexadecimal digits */
                            nwkSEncKey?: string;
                            frameCounterUp?: number;
                            frameCounterDown?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description DevEUI, 16 hexadecimal digits */
                            devEui: string;
                            /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                            joinEui: string;
                            name: string;
                            /** @enum {string} */
                            profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /**
                             * @description LoRaWAN version
                             * @enum {string}
                             */
                            macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                            /** @enum {string} */
                            deviceClass: "A" | "B" | "C";
                            /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                            allowsCounterReset: boolean;
                            /** @description How the device's radio is run; what is left out has its default */
                            radio: {
                                /** @description Whether the network chooses data rate and power */
                                adr?: boolean;
                                adrMarginDb?: number;
                                minimumDataRate?: number;
                                maximumDataRate?: number;
                                maximumTransmissions?: number;
                                rxDelaySeconds?: number;
                                rx1DataRateOffset?: number;
                                channelBlock?: number | null;
                                statusEveryHours?: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @enum {string} */
                            activation: "otaa" | "abp";
                            locationId: string | null;
                            batteryPercent: number | null;
                            lastSeenAt: string | null;
                            rssiDbm: number | null;
                            snrDb: number | null;
                            dataRate: string | null;
                            spreadingFactor: number | null;
                            frameCounter: number | null;
                            overwritten: number;
                            /** @enum {string} */
                            state: "never-seen" | "active" | "silent";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a device */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description DevEUI, 16 hexadecimal digits */
                            devEui: string;
                            /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                            joinEui: string;
                            name: string;
                            /** @enum {string} */
                            profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /**
                             * @description LoRaWAN version
                             * @enum {string}
                             */
                            macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                            /** @enum {string} */
                            deviceClass: "A" | "B" | "C";
                            /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                            allowsCounterReset: boolean;
                            /** @description How the device's radio is run; what is left out has its default */
                            radio: {
                                /** @description Whether the network chooses data rate and power */
                                adr?: boolean;
                                adrMarginDb?: number;
                                minimumDataRate?: number;
                                maximumDataRate?: number;
                                maximumTransmissions?: number;
                                rxDelaySeconds?: number;
                                rx1DataRateOffset?: number;
                                channelBlock?: number | null;
                                statusEveryHours?: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @enum {string} */
                            activation: "otaa" | "abp";
                            locationId: string | null;
                            batteryPercent: number | null;
                            lastSeenAt: string | null;
                            rssiDbm: number | null;
                            snrDb: number | null;
                            dataRate: string | null;
                            spreadingFactor: number | null;
                            frameCounter: number | null;
                            overwritten: number;
                            /** @enum {string} */
                            state: "never-seen" | "active" | "silent";
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a device */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a device: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                        /** @enum {string} */
                        deviceClass?: "A" | "B" | "C";
                        /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                        allowsCounterReset?: boolean;
                        /** @description How the device's radio is run; what is left out has its default */
                        radio?: {
                            /** @description Whether the network chooses data rate and power */
                            adr?: boolean;
                            adrMarginDb?: number;
                            minimumDataRate?: number;
                            maximumDataRate?: number;
                            maximumTransmissions?: number;
                            rxDelaySeconds?: number;
                            rx1DataRateOffset?: number;
                            channelBlock?: number | null;
                            statusEveryHours?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description DevEUI, 16 hexadecimal digits */
                            devEui: string;
                            /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                            joinEui: string;
                            name: string;
                            /** @enum {string} */
                            profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /**
                             * @description LoRaWAN version
                             * @enum {string}
                             */
                            macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                            /** @enum {string} */
                            deviceClass: "A" | "B" | "C";
                            /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                            allowsCounterReset: boolean;
                            /** @description How the device's radio is run; what is left out has its default */
                            radio: {
                                /** @description Whether the network chooses data rate and power */
                                adr?: boolean;
                                adrMarginDb?: number;
                                minimumDataRate?: number;
                                maximumDataRate?: number;
                                maximumTransmissions?: number;
                                rxDelaySeconds?: number;
                                rx1DataRateOffset?: number;
                                channelBlock?: number | null;
                                statusEveryHours?: number;
                            };
                            /** @description From 1, one more with each change */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @enum {string} */
                            activation: "otaa" | "abp";
                            locationId: string | null;
                            batteryPercent: number | null;
                            lastSeenAt: string | null;
                            rssiDbm: number | null;
                            snrDb: number | null;
                            dataRate: string | null;
                            spreadingFactor: number | null;
                            frameCounter: number | null;
                            overwritten: number;
                            /** @enum {string} */
                            state: "never-seen" | "active" | "silent";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/devices/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 devices at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                /** @description DevEUI, 16 hexadecimal digits */
                                devEui: string;
                                /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                                joinEui: string;
                                name: string;
                                /** @enum {string} */
                                profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /**
                                 * @description LoRaWAN version
                                 * @enum {string}
                                 */
                                macVersion?: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                                /** @enum {string} */
                                deviceClass?: "A" | "B" | "C";
                                /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                                allowsCounterReset?: boolean;
                                /** @description How the device's radio is run; what is left out has its default */
                                radio?: {
                                    /** @description Whether the network chooses data rate and power */
                                    adr?: boolean;
                                    adrMarginDb?: number;
                                    minimumDataRate?: number;
                                    maximumDataRate?: number;
                                    maximumTransmissions?: number;
                                    rxDelaySeconds?: number;
                                    rx1DataRateOffset?: number;
                                    channelBlock?: number | null;
                                    statusEveryHours?: number;
                                };
                                /** @description AppKey; taken, never given out, 32 hexadecimal digits */
                                appKey?: string;
                                /** @description NwkKey of a LoRaWAN 1.1 device; taken, never given out, 32 hexadecimal digits */
                                nwkKey?: string;
                                /** @description Activation by personalisation (ABP) instead of root keys */
                                personalised?: {
                                    /** @description DevAddr, 8 hexadecimal digits */
                                    devAddr: string;
                                    /** @description AppSKey, 32 hexadecimal digits */
                                    appSKey: string;
                                    /** @description NwkSKey of LoRaWAN 1.0.x, 32 hexadecimal digits */
                                    nwkSKey?: string;
                                    /** @description FNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                    fNwkSIntKey?: string;
                                    /** @description SNwkSIntKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                    sNwkSIntKey?: string;
                                    /** @description NwkSEncKey of LoRaWAN 1.1, 32 hexadecimal digits */
                                    nwkSEncKey?: string;
                                    frameCounterUp?: number;
                                    frameCounterDown?: number;
                                };
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                name?: string;
                                /** @enum {string} */
                                profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                                /** @enum {string} */
                                deviceClass?: "A" | "B" | "C";
                                /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                                allowsCounterReset?: boolean;
                                /** @description How the device's radio is run; what is left out has its default */
                                radio?: {
                                    /** @description Whether the network chooses data rate and power */
                                    adr?: boolean;
                                    adrMarginDb?: number;
                                    minimumDataRate?: number;
                                    maximumDataRate?: number;
                                    maximumTransmissions?: number;
                                    rxDelaySeconds?: number;
                                    rx1DataRateOffset?: number;
                                    channelBlock?: number | null;
                                    statusEveryHours?: number;
                                };
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description DevEUI, 16 hexadecimal digits */
                                    devEui: string;
                                    /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                                    joinEui: string;
                                    name: string;
                                    /** @enum {string} */
                                    profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                                    /**
                                     * @description Channel plan of RP002-1.0.4 that device and gateways use
                                     * @enum {string}
                                     */
                                    region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                    /**
                                     * @description LoRaWAN version
                                     * @enum {string}
                                     */
                                    macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                                    /** @enum {string} */
                                    deviceClass: "A" | "B" | "C";
                                    /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                                    allowsCounterReset: boolean;
                                    /** @description How the device's radio is run; what is left out has its default */
                                    radio: {
                                        /** @description Whether the network chooses data rate and power */
                                        adr?: boolean;
                                        adrMarginDb?: number;
                                        minimumDataRate?: number;
                                        maximumDataRate?: number;
                                        maximumTransmissions?: number;
                                        rxDelaySeconds?: number;
                                        rx1DataRateOffset?: number;
                                        channelBlock?: number | null;
                                        statusEveryHours?: number;
                                    };
                                    /** @description From 1, one more with each change */
                                    version: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    /** @enum {string} */
                                    activation: "otaa" | "abp";
                                    locationId: string | null;
                                    batteryPercent: number | null;
                                    lastSeenAt: string | null;
                                    rssiDbm: number | null;
                                    snrDb: number | null;
                                    dataRate: string | null;
                                    spreadingFactor: number | null;
                                    frameCounter: number | null;
                                    overwritten: number;
                                    /** @enum {string} */
                                    state: "never-seen" | "active" | "silent";
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List gateways */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "name" | "-name" | "gatewayEui" | "-gatewayEui" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                    /** @description Words that all have to be part of name and EUI; case and accents make no difference */
                    q?: string;
                    /** @description Gateway EUI, 16 hexadecimal digits */
                    gatewayEui?: string;
                    /** @description Channel plan of RP002-1.0.4 that device and gateways use */
                    region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description Gateway EUI, 16 hexadecimal digits */
                                gatewayEui: string;
                                name: string;
                                version: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                                channelBlock: number | null;
                                lastSeenAt: string | null;
                                uplinks: number | null;
                                downlinks: number | null;
                                protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
                                location: {
                                    latitude: number;
                                    longitude: number;
                                    altitudeMetres: number;
                                } | null;
                                dutyCycle: {
                                    fromHz: number;
                                    toHz: number;
                                    dutyCycle: number;
                                    used: number;
                                }[];
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a gateway */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Gateway EUI, 16 hexadecimal digits */
                        gatewayEui: string;
                        name: string;
                        /**
                         * @description Channel plan of RP002-1.0.4 that device and gateways use
                         * @enum {string}
                         */
                        region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                        /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                        channelBlock?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Gateway EUI, 16 hexadecimal digits */
                            gatewayEui: string;
                            name: string;
                            version: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                            channelBlock: number | null;
                            lastSeenAt: string | null;
                            uplinks: number | null;
                            downlinks: number | null;
                            protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
                            location: {
                                latitude: number;
                                longitude: number;
                                altitudeMetres: number;
                            } | null;
                            dutyCycle: {
                                fromHz: number;
                                toHz: number;
                                dutyCycle: number;
                                used: number;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a gateway */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Gateway EUI, 16 hexadecimal digits */
                            gatewayEui: string;
                            name: string;
                            version: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                            channelBlock: number | null;
                            lastSeenAt: string | null;
                            uplinks: number | null;
                            downlinks: number | null;
                            protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
                            location: {
                                latitude: number;
                                longitude: number;
                                altitudeMetres: number;
                            } | null;
                            dutyCycle: {
                                fromHz: number;
                                toHz: number;
                                dutyCycle: number;
                                used: number;
                            }[];
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a gateway */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a gateway: fields that are left out stay */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /**
                         * @description Channel plan of RP002-1.0.4 that device and gateways use
                         * @enum {string}
                         */
                        region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                        /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                        channelBlock?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Gateway EUI, 16 hexadecimal digits */
                            gatewayEui: string;
                            name: string;
                            version: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                            channelBlock: number | null;
                            lastSeenAt: string | null;
                            uplinks: number | null;
                            downlinks: number | null;
                            protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
                            location: {
                                latitude: number;
                                longitude: number;
                                altitudeMetres: number;
                            } | null;
                            dutyCycle: {
                                fromHz: number;
                                toHz: number;
                                dutyCycle: number;
                                used: number;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/gateways/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, change and remove up to 1,000 gateways at once, each by itself
         * @description Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            create: {
                                /** Format: uuid */
                                id?: string;
                                /** @description Gateway EUI, 16 hexadecimal digits */
                                gatewayEui: string;
                                name: string;
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                                channelBlock?: number | null;
                            };
                        } | {
                            update: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                                name?: string;
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                                channelBlock?: number | null;
                            };
                        } | {
                            delete: {
                                /** Format: uuid */
                                id: string;
                                /** @description Refused when it is at another one */
                                version?: number;
                            };
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Of the item, from 0 */
                                index: number;
                                /** @description As the single request would have been answered */
                                status: number;
                                /** Format: uuid */
                                id?: string;
                                /** @description Problem details (RFC 9457) */
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    detail: string;
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                    /** @description Of version-changed: the record's current version */
                                    version?: number;
                                };
                                resource?: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @description Gateway EUI, 16 hexadecimal digits */
                                    gatewayEui: string;
                                    name: string;
                                    version: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    /**
                                     * @description Channel plan of RP002-1.0.4 that device and gateways use
                                     * @enum {string}
                                     */
                                    region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                    /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
                                    channelBlock: number | null;
                                    lastSeenAt: string | null;
                                    uplinks: number | null;
                                    downlinks: number | null;
                                    protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
                                    location: {
                                        latitude: number;
                                        longitude: number;
                                        altitudeMetres: number;
                                    } | null;
                                    dutyCycle: {
                                        fromHz: number;
                                        toHz: number;
                                        dutyCycle: number;
                                        used: number;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register devices from a CSV file, all or none
         * @description First line: column names. DevEUI and AppKey are needed; JoinEUI (AppEUI), NwkKey, Name, Profile, Region, Version and Class may stand beside them; other columns are passed over. The query gives what the file leaves out.
         */
        post: {
            parameters: {
                query?: {
                    profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                    /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                    joinEui?: string;
                    /** @description Channel plan of RP002-1.0.4 that device and gateways use */
                    region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                    /** @description LoRaWAN version */
                    macVersion?: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                };
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        csv: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description DevEUI, 16 hexadecimal digits */
                                devEui: string;
                                /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
                                joinEui: string;
                                name: string;
                                /** @enum {string} */
                                profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /**
                                 * @description LoRaWAN version
                                 * @enum {string}
                                 */
                                macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
                                /** @enum {string} */
                                deviceClass: "A" | "B" | "C";
                                /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
                                allowsCounterReset: boolean;
                                /** @description How the device's radio is run; what is left out has its default */
                                radio: {
                                    /** @description Whether the network chooses data rate and power */
                                    adr?: boolean;
                                    adrMarginDb?: number;
                                    minimumDataRate?: number;
                                    maximumDataRate?: number;
                                    maximumTransmissions?: number;
                                    rxDelaySeconds?: number;
                                    rx1DataRateOffset?: number;
                                    channelBlock?: number | null;
                                    statusEveryHours?: number;
                                };
                                /** @description From 1, one more with each change */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                /** @enum {string} */
                                activation: "otaa" | "abp";
                                locationId: string | null;
                                batteryPercent: number | null;
                                lastSeenAt: string | null;
                                rssiDbm: number | null;
                                snrDb: number | null;
                                dataRate: string | null;
                                spreadingFactor: number | null;
                                frameCounter: number | null;
                                overwritten: number;
                                /** @enum {string} */
                                state: "never-seen" | "active" | "silent";
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways/{id}/station-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New certificate and token for a gateway with LoRa Basics Station; those before are no longer taken */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Files for LoRa Basics Station; shown this once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description tc.uri */
                            lnsUri: string;
                            /** @description cups.uri */
                            cupsUri: string;
                            /** @description tc.trust and cups.trust, PEM */
                            caCertificate: string;
                            /** @description tc.crt and cups.crt, PEM */
                            certificate: string;
                            /** @description tc.key and cups.key, PEM */
                            key: string;
                            /** @description Instead of certificate and key: Authorization: Bearer … */
                            token: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/qr-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a device's QR code (TR005): what it says is then registered with its AppKey */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description What a device's QR code says (LoRa Alliance TR005) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            devEui: string;
                            joinEui: string;
                            vendorId: string;
                            vendorProfileId: string;
                            ownerToken?: string;
                            serialNumber?: string;
                            proprietary?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/lorawan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the network server knows of a device: session, radio, battery */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the network server knows of a device */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            devAddr: string | null;
                            joinedAt: string | null;
                            frameCounterUp: number | null;
                            frameCounterDown: number | null;
                            counterResets: number;
                            undelivered: number;
                            radio: {
                                dataRate: string;
                                eirpDbm: number;
                                transmissions: number;
                                channelsMhz: number[];
                                rxDelaySeconds: number;
                                rx1DataRateOffset: number;
                                rx2: string;
                                /** @enum {string} */
                                mode: "A" | "B" | "C";
                                lossShare: number;
                                asked: string[];
                            } | null;
                            status: {
                                batteryPercent: number | null;
                                isExternallyPowered: boolean;
                                marginDb: number;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored messages of a device (at most 14), decrypted; for admins */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sequence: number;
                                /** Format: date-time */
                                receivedAt: string;
                                frameCounter: number;
                                fPort: number;
                                /** @description Hexadecimal digits */
                                payload: string;
                                dataRate: string;
                                frequencyHz: number;
                                gateways: {
                                    gatewayEui: string;
                                    rssiDbm: number;
                                    snrDb: number;
                                }[];
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknown-gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gateways that send from your network and that nobody registered */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                gatewayEui: string;
                                /** Format: date-time */
                                lastSeenAt: string;
                                protocol: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/downlinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downlinks of a device: those that wait and the latest that are done, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                fPort: number;
                                payload: string;
                                confirmed: boolean;
                                /** @enum {string} */
                                state: "queued" | "awaiting" | "sent" | "acknowledged" | "expired" | "failed" | "too-long" | "removed";
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                changedAt: string;
                                expiresAt: string | null;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Send a downlink: to a class A device in the windows after its next uplink */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fPort: number;
                        /** @description Hexadecimal digits, at most 242 bytes */
                        payload: string;
                        /** @description Sent again until the device acknowledges it */
                        confirmed?: boolean;
                        /** Format: date-time */
                        expiresAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fPort: number;
                            payload: string;
                            confirmed: boolean;
                            /** @enum {string} */
                            state: "queued" | "awaiting" | "sent" | "acknowledged" | "expired" | "failed" | "too-long" | "removed";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            expiresAt: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        /** Remove every downlink that waits */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            removed: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/downlinks/{downlinkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a downlink that waits */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    downlinkId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest frames of a device with header, MAC commands and refusals in words, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description The last `sequence` that you have: to follow what comes */
                    after?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sequence: number;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                direction: "up" | "down";
                                kind: string;
                                deviceId: string | null;
                                devEui: string | null;
                                devAddr: string | null;
                                frameCounter: number | null;
                                fPort: number | null;
                                confirmed: boolean;
                                acknowledges: boolean;
                                adr: boolean;
                                commands: string[];
                                payloadBytes: number;
                                dataRate: string | null;
                                frequencyHz: number | null;
                                gateways: {
                                    gatewayEui: string;
                                    rssiDbm: number;
                                    snrDb: number;
                                }[];
                                window: string | null;
                                refusal: string | null;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways/{id}/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest frames of a gateway with header, MAC commands and refusals in words, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description The last `sequence` that you have: to follow what comes */
                    after?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sequence: number;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                direction: "up" | "down";
                                kind: string;
                                deviceId: string | null;
                                devEui: string | null;
                                devAddr: string | null;
                                frameCounter: number | null;
                                fPort: number | null;
                                confirmed: boolean;
                                acknowledges: boolean;
                                adr: boolean;
                                commands: string[];
                                payloadBytes: number;
                                dataRate: string | null;
                                frequencyHz: number | null;
                                gateways: {
                                    gatewayEui: string;
                                    rssiDbm: number;
                                    snrDb: number;
                                }[];
                                window: string | null;
                                refusal: string | null;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/multicast-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List multicast groups */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /**
                                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                                 * @enum {string}
                                 */
                                region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                                /** @description McAddr, 8 hexadecimal digits */
                                mcAddr: string;
                                /** @enum {string} */
                                groupClass: "B" | "C";
                                dataRate: number;
                                frequencyHz: number;
                                /** @description Class B: a slot every 2^n seconds */
                                periodicity: number;
                                deviceIds: string[];
                                frameCounterDown: number;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a multicast group; its devices are given address and key by their application (TS005) */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Channel plan of RP002-1.0.4 that device and gateways use
                         * @enum {string}
                         */
                        region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                        /** @description McAddr, 8 hexadecimal digits */
                        mcAddr: string;
                        /** @enum {string} */
                        groupClass: "B" | "C";
                        dataRate: number;
                        frequencyHz: number;
                        /** @description Class B: a slot every 2^n seconds */
                        periodicity: number;
                        deviceIds: string[];
                        /** @description McKey; taken, never given out, 32 hexadecimal digits */
                        mcKey: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description McAddr, 8 hexadecimal digits */
                            mcAddr: string;
                            /** @enum {string} */
                            groupClass: "B" | "C";
                            dataRate: number;
                            frequencyHz: number;
                            /** @description Class B: a slot every 2^n seconds */
                            periodicity: number;
                            deviceIds: string[];
                            frameCounterDown: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/multicast-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace a multicast group; another key or address begins its counter anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Channel plan of RP002-1.0.4 that device and gateways use
                         * @enum {string}
                         */
                        region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                        /** @description McAddr, 8 hexadecimal digits */
                        mcAddr: string;
                        /** @enum {string} */
                        groupClass: "B" | "C";
                        dataRate: number;
                        frequencyHz: number;
                        /** @description Class B: a slot every 2^n seconds */
                        periodicity: number;
                        deviceIds: string[];
                        /** @description McKey; taken, never given out, 32 hexadecimal digits */
                        mcKey: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description Channel plan of RP002-1.0.4 that device and gateways use
                             * @enum {string}
                             */
                            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                            /** @description McAddr, 8 hexadecimal digits */
                            mcAddr: string;
                            /** @enum {string} */
                            groupClass: "B" | "C";
                            dataRate: number;
                            frequencyHz: number;
                            /** @description Class B: a slot every 2^n seconds */
                            periodicity: number;
                            deviceIds: string[];
                            frameCounterDown: number;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Remove a multicast group */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/multicast-groups/{id}/downlinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a frame to the whole group, by as few gateways as reach it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fPort: number;
                        /** @description Hexadecimal digits, at most 242 bytes */
                        payload: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            frameCounter: number;
                            gateways: number;
                            /** Format: date-time */
                            at: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders, newest first
         * @description With q or partId a page may hold fewer orders than its limit, also none: go on to nextCursor.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                    /** @description What the list is sorted by; with - in descending order. Equal ones by id. */
                    sort?: "number" | "-number";
                    /** @description Words that all have to be part of number, part, supplier and location; case and accents make no difference */
                    q?: string;
                    /** @description One or more; open and closed stand for several */
                    state?: ("proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled" | "open" | "closed")[];
                    locationId?: string;
                    partId?: string;
                    supplierId?: string;
                    /** @description Created at this time or later */
                    createdFrom?: string;
                    /** @description Created at this time or earlier */
                    createdTo?: string;
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                /** Format: uuid */
                                locationId: string;
                                /** Format: uuid */
                                partId: string;
                                /** Format: uuid */
                                supplierId: string;
                                quantity: number;
                                /** @description One more with each step */
                                version: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                confirmedQuantity: number | null;
                                confirmedDate: string | null;
                                receivedQuantity: number | null;
                                dispatchProblem: string | null;
                                events: {
                                    /** Format: date-time */
                                    at: string;
                                    /** @enum {string} */
                                    state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                    cause: string;
                                }[];
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Order by hand for a location that has no open order */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        locationId: string;
                        quantity: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order */
        get: {
            parameters: {
                query?: {
                    /** @description Only these fields of each item, e.g. `id,name`; all without it */
                    fields?: string;
                };
                header?: {
                    /** @description An ETag that you have: answered with 304 while it is the current one */
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description What you have is current */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the supplier promised */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quantity?: number;
                        /** Format: date */
                        date?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the receipt where no sensor sees it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quantity?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an open order; the location orders again when its stock changes */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an order again that could not be sent to its supplier */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version. */
                    "if-match"?: string;
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            /** Format: uuid */
                            locationId: string;
                            /** Format: uuid */
                            partId: string;
                            /** Format: uuid */
                            supplierId: string;
                            quantity: number;
                            /** @description One more with each step */
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                            receivedQuantity: number | null;
                            dispatchProblem: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                                cause: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-confirmation/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The order behind a confirmation link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            customerName: string;
                            supplierName: string;
                            partNumber: string;
                            partName: string;
                            unit: string;
                            quantity: number;
                            /** Format: date-time */
                            createdAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** The supplier confirms quantity and day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        quantity?: number;
                        /** Format: date */
                        date?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            /** @enum {string} */
                            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                            customerName: string;
                            supplierName: string;
                            partNumber: string;
                            partName: string;
                            unit: string;
                            quantity: number;
                            /** Format: date-time */
                            createdAt: string;
                            confirmedQuantity: number | null;
                            confirmedDate: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registration/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a registration link is for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            customerName: string;
                            email: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Use a registration link up: become a member and begin a session (cookie) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            member: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                email: string;
                                /** @enum {string} */
                                role: "admin" | "user";
                            } | null;
                            /** @enum {string} */
                            role: "admin" | "user";
                            customer: {
                                name: string;
                                region: string;
                            };
                            demonstration: boolean;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys, without the keys themselves */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "admin" | "user";
                                /** Format: date-time */
                                createdAt: string;
                                key?: string;
                            }[];
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create an API key; `key` is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        role: "admin" | "user";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            /** Format: date-time */
                            createdAt: string;
                            key?: string;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/key-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the changes of the account's data key, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @description Of the data key that seals from its begin on */
                                generation: number;
                                /** @enum {string} */
                                state: "running" | "done";
                                /** Format: date-time */
                                startedAt: string;
                                finishedAt: string | null;
                                /** @description How many records were sealed anew */
                                records: {
                                    done: number;
                                    /** @description About, by the database's statistics */
                                    total: number;
                                };
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Give the account a new data key; its records are sealed anew in the background
         * @description The new key seals from now on. What earlier keys sealed stays readable until all of it is sealed anew; then they are destroyed.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A change of the account's AES-256 data key */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Of the data key that seals from its begin on */
                            generation: number;
                            /** @enum {string} */
                            state: "running" | "done";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How many records were sealed anew */
                            records: {
                                done: number;
                                /** @description About, by the database's statistics */
                                total: number;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/key-rotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how far a change of the data key is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A change of the account's AES-256 data key */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Of the data key that seals from its begin on */
                            generation: number;
                            /** @enum {string} */
                            state: "running" | "done";
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            /** @description How many records were sealed anew */
                            records: {
                                done: number;
                                /** @description About, by the database's statistics */
                                total: number;
                            };
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest 200 e-mails of the demonstration's built-in mailbox */
        get: {
            parameters: {
                query?: {
                    /** @description Items a page, at most 1000 */
                    limit?: number;
                    /** @description Where the page begins: `nextCursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                to: string;
                                subject: string;
                                text: string;
                            }[];
                            /** @description `cursor` of the next page; null on the last one */
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Problem details (RFC 9457) */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                            /** @description Of version-changed: the record's current version */
                            version?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live changes as server-sent events: location, order, device; ready after each connection
         * @description The data of an event is the changed resource. `ready` and `refresh` mean: read the lists anew.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Problem details (RFC 9457) */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description Of version-changed: the record's current version */
            version?: number;
        };
        ProblemType: {
            code: string;
            /** @description `type` of the problem */
            type: string;
            statuses: number[];
            title: string;
            /** @description What to do */
            remedy: string;
        };
        Site: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description From 1, one more with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Supplier: {
            /** Format: uuid */
            id: string;
            name: string;
            leadTimeDays: number;
            dispatch: {
                /** @enum {string} */
                kind: "email";
                address: string;
            } | {
                /** @enum {string} */
                kind: "webhook";
                /** Format: uri */
                url: string;
            };
            /** @description From 1, one more with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again */
            webhookSecret?: string;
        };
        Part: {
            /** Format: uuid */
            id: string;
            number: string;
            name: string;
            unit: string;
            /** Format: uuid */
            supplierId: string;
            packSize: number;
            minimumOrderQuantity: number;
            /** @description From 1, one more with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Location: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            name: string;
            /** Format: uuid */
            partId: string;
            deviceId: string | null;
            geometry: {
                /** @enum {string} */
                kind: "containers";
                emptyDistanceMm: number;
                containerDepthMm: number;
                capacityContainers: number;
                piecesPerContainer: number;
            } | {
                /** @enum {string} */
                kind: "fill-height";
                emptyDistanceMm: number;
                fullDistanceMm: number;
                capacityPieces: number;
            } | {
                /** @enum {string} */
                kind: "button";
                capacityPieces: number;
            };
            policy: {
                minimum: number;
                maximum: number;
            };
            /** @description From 1, one more with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            level: {
                onHand: number | null;
                confidence: number | null;
                measuredAt: string | null;
                unknownSince: string | null;
            } | null;
            capacity: number;
            onOrder: number;
            inventoryPosition: number | null;
            /** @enum {string} */
            state: "ok" | "low" | "empty" | "unknown";
        };
        LevelPoint: {
            /** Format: date-time */
            at: string;
            onHand: number | null;
        };
        Device: {
            /** Format: uuid */
            id: string;
            /** @description DevEUI, 16 hexadecimal digits */
            devEui: string;
            /** @description JoinEUI (AppEUI), 16 hexadecimal digits */
            joinEui: string;
            name: string;
            /** @enum {string} */
            profile: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
            /**
             * @description Channel plan of RP002-1.0.4 that device and gateways use
             * @enum {string}
             */
            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
            /**
             * @description LoRaWAN version
             * @enum {string}
             */
            macVersion: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
            /** @enum {string} */
            deviceClass: "A" | "B" | "C";
            /** @description Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed */
            allowsCounterReset: boolean;
            /** @description How the device's radio is run; what is left out has its default */
            radio: {
                /** @description Whether the network chooses data rate and power */
                adr?: boolean;
                adrMarginDb?: number;
                minimumDataRate?: number;
                maximumDataRate?: number;
                maximumTransmissions?: number;
                rxDelaySeconds?: number;
                rx1DataRateOffset?: number;
                channelBlock?: number | null;
                statusEveryHours?: number;
            };
            /** @description From 1, one more with each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            activation: "otaa" | "abp";
            locationId: string | null;
            batteryPercent: number | null;
            lastSeenAt: string | null;
            rssiDbm: number | null;
            snrDb: number | null;
            dataRate: string | null;
            spreadingFactor: number | null;
            frameCounter: number | null;
            overwritten: number;
            /** @enum {string} */
            state: "never-seen" | "active" | "silent";
        };
        /** @description What the network server knows of a device */
        DeviceLorawan: {
            devAddr: string | null;
            joinedAt: string | null;
            frameCounterUp: number | null;
            frameCounterDown: number | null;
            counterResets: number;
            undelivered: number;
            radio: {
                dataRate: string;
                eirpDbm: number;
                transmissions: number;
                channelsMhz: number[];
                rxDelaySeconds: number;
                rx1DataRateOffset: number;
                rx2: string;
                /** @enum {string} */
                mode: "A" | "B" | "C";
                lossShare: number;
                asked: string[];
            } | null;
            status: {
                batteryPercent: number | null;
                isExternallyPowered: boolean;
                marginDb: number;
                /** Format: date-time */
                at: string;
            } | null;
        };
        StoredMessage: {
            sequence: number;
            /** Format: date-time */
            receivedAt: string;
            frameCounter: number;
            fPort: number;
            /** @description Hexadecimal digits */
            payload: string;
            dataRate: string;
            frequencyHz: number;
            gateways: {
                gatewayEui: string;
                rssiDbm: number;
                snrDb: number;
            }[];
        };
        Downlink: {
            /** Format: uuid */
            id: string;
            fPort: number;
            payload: string;
            confirmed: boolean;
            /** @enum {string} */
            state: "queued" | "awaiting" | "sent" | "acknowledged" | "expired" | "failed" | "too-long" | "removed";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            expiresAt: string | null;
        };
        /** @description A frame of the last minutes, with its header and MAC commands in words */
        Frame: {
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            direction: "up" | "down";
            kind: string;
            deviceId: string | null;
            devEui: string | null;
            devAddr: string | null;
            frameCounter: number | null;
            fPort: number | null;
            confirmed: boolean;
            acknowledges: boolean;
            adr: boolean;
            commands: string[];
            payloadBytes: number;
            dataRate: string | null;
            frequencyHz: number | null;
            gateways: {
                gatewayEui: string;
                rssiDbm: number;
                snrDb: number;
            }[];
            window: string | null;
            refusal: string | null;
        };
        Gateway: {
            /** Format: uuid */
            id: string;
            /** @description Gateway EUI, 16 hexadecimal digits */
            gatewayEui: string;
            name: string;
            version: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description Channel plan of RP002-1.0.4 that device and gateways use
             * @enum {string}
             */
            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
            /** @description Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second */
            channelBlock: number | null;
            lastSeenAt: string | null;
            uplinks: number | null;
            downlinks: number | null;
            protocol: ("semtech-udp" | "basics-station" | "chirpstack-mqtt") | null;
            location: {
                latitude: number;
                longitude: number;
                altitudeMetres: number;
            } | null;
            dutyCycle: {
                fromHz: number;
                toHz: number;
                dutyCycle: number;
                used: number;
            }[];
        };
        /** @description A gateway of your network that sends and that nobody registered */
        UnknownGateway: {
            gatewayEui: string;
            /** Format: date-time */
            lastSeenAt: string;
            protocol: string;
        };
        /** @description Files for LoRa Basics Station; shown this once */
        StationCredentials: {
            /** @description tc.uri */
            lnsUri: string;
            /** @description cups.uri */
            cupsUri: string;
            /** @description tc.trust and cups.trust, PEM */
            caCertificate: string;
            /** @description tc.crt and cups.crt, PEM */
            certificate: string;
            /** @description tc.key and cups.key, PEM */
            key: string;
            /** @description Instead of certificate and key: Authorization: Bearer … */
            token: string;
        };
        /** @description What a device's QR code says (LoRa Alliance TR005) */
        DeviceQrCode: {
            devEui: string;
            joinEui: string;
            vendorId: string;
            vendorProfileId: string;
            ownerToken?: string;
            serialNumber?: string;
            proprietary?: string;
        };
        MulticastGroup: {
            /** Format: uuid */
            id: string;
            /**
             * @description Channel plan of RP002-1.0.4 that device and gateways use
             * @enum {string}
             */
            region: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
            /** @description McAddr, 8 hexadecimal digits */
            mcAddr: string;
            /** @enum {string} */
            groupClass: "B" | "C";
            dataRate: number;
            frequencyHz: number;
            /** @description Class B: a slot every 2^n seconds */
            periodicity: number;
            deviceIds: string[];
            frameCounterDown: number;
        };
        MulticastSent: {
            frameCounter: number;
            gateways: number;
            /** Format: date-time */
            at: string;
        };
        Order: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
            /** Format: uuid */
            locationId: string;
            /** Format: uuid */
            partId: string;
            /** Format: uuid */
            supplierId: string;
            quantity: number;
            /** @description One more with each step */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            confirmedQuantity: number | null;
            confirmedDate: string | null;
            receivedQuantity: number | null;
            dispatchProblem: string | null;
            events: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
                cause: string;
            }[];
        };
        SupplierOrder: {
            number: number;
            /** @enum {string} */
            state: "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";
            customerName: string;
            supplierName: string;
            partNumber: string;
            partName: string;
            unit: string;
            quantity: number;
            /** Format: date-time */
            createdAt: string;
            confirmedQuantity: number | null;
            confirmedDate: string | null;
        };
        Overview: {
            counts: {
                locations: number;
                low: number;
                empty: number;
                unknown: number;
                onOrder: number;
                silentDevices: number;
            };
            demonstration: boolean;
        };
        MailboxMessage: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            to: string;
            subject: string;
            text: string;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "admin" | "user";
            /** Format: date-time */
            createdAt: string;
            key?: string;
        };
        Member: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "user";
        };
        Registration: {
            customerName: string;
            email: string | null;
        };
        Session: {
            member: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "admin" | "user";
            } | null;
            /** @enum {string} */
            role: "admin" | "user";
            customer: {
                name: string;
                region: string;
            };
            demonstration: boolean;
        };
        Imported: {
            created: {
                sites: number;
                suppliers: number;
                parts: number;
                gateways: number;
                devices: number;
                locations: number;
            };
        };
        /** @description A change of the account's AES-256 data key */
        KeyRotation: {
            /** Format: uuid */
            id: string;
            /** @description Of the data key that seals from its begin on */
            generation: number;
            /** @enum {string} */
            state: "running" | "done";
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            /** @description How many records were sealed anew */
            records: {
                done: number;
                /** @description About, by the database's statistics */
                total: number;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
