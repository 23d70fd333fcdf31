/** Generated from the OpenAPI document by npm run generate -w @refill/client. */
export interface paths {
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every type of problem that the API answers, and what to do about it */
        get: operations["listProblems"];
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
        get: operations["listSites"];
        put?: never;
        /** Create a site */
        post: operations["createSites"];
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
        get: operations["getSitesById"];
        put?: never;
        post?: never;
        /** Remove a site */
        delete: operations["removeSitesById"];
        options?: never;
        head?: never;
        /** Change a site: fields that are left out stay */
        patch: operations["changeSitesById"];
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
        post: operations["createSitesBulk"];
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
        get: operations["listSuppliers"];
        put?: never;
        /** Create a supplier */
        post: operations["createSuppliers"];
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
        get: operations["getSuppliersById"];
        put?: never;
        post?: never;
        /** Remove a supplier */
        delete: operations["removeSuppliersById"];
        options?: never;
        head?: never;
        /** Change a supplier: fields that are left out stay */
        patch: operations["changeSuppliersById"];
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
        post: operations["createSuppliersBulk"];
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
        get: operations["listParts"];
        put?: never;
        /** Create a part */
        post: operations["createParts"];
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
        get: operations["getPartsById"];
        put?: never;
        post?: never;
        /** Remove a part */
        delete: operations["removePartsById"];
        options?: never;
        head?: never;
        /** Change a part: fields that are left out stay */
        patch: operations["changePartsById"];
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
        post: operations["createPartsBulk"];
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
        get: operations["listLocations"];
        put?: never;
        /** Create a storage location */
        post: operations["createLocations"];
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
        get: operations["getLocationsById"];
        put?: never;
        post?: never;
        /** Remove a storage location */
        delete: operations["removeLocationsById"];
        options?: never;
        head?: never;
        /** Change a storage location: fields that are left out stay */
        patch: operations["changeLocationsById"];
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
        post: operations["createLocationsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}/calibration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change how a sensor's reading becomes a location's level */
        put: operations["replaceLocationsByIdCalibration"];
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
        get: operations["getOverview"];
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
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A location's level over time, oldest first: each reading, or sums by hour or day */
        get: operations["listLocationsByIdMeasurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A device's readings, in the order in which it sent them */
        get: operations["listDevicesByIdMeasurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock by part, by part number
         * @description With `Accept: text/csv` all of it as one CSV file for spreadsheets: `limit` and `cursor` do not count then.
         */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock by storage location, by its name, with part and site in the same line
         * @description With `Accept: text/csv` all of it as one CSV file for spreadsheets: `limit` and `cursor` do not count then.
         */
        get: operations["listStockLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planning/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consumption, days of stock and next refill of each storage location, by its name */
        get: operations["listPlanningLocations"];
        put?: never;
        post?: never;
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
        get: operations["listDevices"];
        put?: never;
        /** Create a device */
        post: operations["createDevices"];
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
        get: operations["getDevicesById"];
        put?: never;
        post?: never;
        /** Remove a device */
        delete: operations["removeDevicesById"];
        options?: never;
        head?: never;
        /** Change a device: fields that are left out stay */
        patch: operations["changeDevicesById"];
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
        post: operations["createDevicesBulk"];
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
        get: operations["listGateways"];
        put?: never;
        /** Create a gateway */
        post: operations["createGateways"];
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
        get: operations["getGatewaysById"];
        put?: never;
        post?: never;
        /** Remove a gateway */
        delete: operations["removeGatewaysById"];
        options?: never;
        head?: never;
        /** Change a gateway: fields that are left out stay */
        patch: operations["changeGatewaysById"];
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
        post: operations["createGatewaysBulk"];
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
        post: operations["createDevicesFile"];
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
        post: operations["createGatewaysByIdStationCredentials"];
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
        post: operations["createDevicesQrCode"];
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
        get: operations["getDevicesByIdLorawan"];
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
        get: operations["listDevicesByIdMessages"];
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
        get: operations["listUnknownGateways"];
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
        get: operations["listDevicesByIdDownlinks"];
        put?: never;
        /** Send a downlink: to a class A device in the windows after its next uplink */
        post: operations["createDevicesByIdDownlinks"];
        /** Remove every downlink that waits */
        delete: operations["removeDevicesByIdDownlinks"];
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
        delete: operations["removeDevicesByIdDownlinksByDownlinkId"];
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
        get: operations["listDevicesByIdFrames"];
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
        get: operations["listGatewaysByIdFrames"];
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
        get: operations["listMulticastGroups"];
        put?: never;
        /** Create a multicast group; its devices are given address and key by their application (TS005) */
        post: operations["createMulticastGroups"];
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
        put: operations["replaceMulticastGroupsById"];
        post?: never;
        /** Remove a multicast group */
        delete: operations["removeMulticastGroupsById"];
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
        post: operations["createMulticastGroupsByIdDownlinks"];
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
        get: operations["listOrders"];
        put?: never;
        /** Order by hand for a location that has no open order */
        post: operations["createOrders"];
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
        get: operations["getOrdersById"];
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
        post: operations["createOrdersByIdConfirm"];
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
        post: operations["createOrdersByIdReceive"];
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
        post: operations["createOrdersByIdCancel"];
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
        post: operations["createOrdersByIdDispatch"];
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
        get: operations["getSupplierConfirmationByToken"];
        put?: never;
        /** The supplier confirms quantity and day */
        post: operations["createSupplierConfirmationByToken"];
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
        /** Whom a registration link is for, and how one can sign in */
        get: operations["getRegistrationByToken"];
        put?: never;
        /** Use a registration link up: become a member by a passkey and begin a session (cookie) */
        post: operations["createRegistrationByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registration/{token}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to the address that somebody registers with */
        post: operations["createRegistrationByTokenCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registration/{token}/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make a passkey */
        post: operations["createRegistrationByTokenPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this browser's sign-in waits for */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        /** Give the sign-in up that this browser has begun */
        delete: operations["removeSignIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider of an e-mail address's domain, if its company has verified it */
        post: operations["createSignInWays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/connections/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A connection by the opaque word of its address */
        get: operations["getSignInConnectionsByToken"];
        put?: never;
        /** Begin to sign in with a connection's provider */
        post: operations["createSignInConnectionsByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to sign in by a passkey */
        post: operations["createSignInPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a passkey */
        post: operations["createSignInPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs for a passkey as second factor */
        post: operations["createSignInSecondFactorPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a second factor: code, recovery code or passkey */
        post: operations["createSignInSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/enrolment/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for the authenticator app that has to be set up */
        post: operations["createSignInEnrolmentAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/enrolment/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make the passkey that has to be set up */
        post: operations["createSignInEnrolmentPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the second factor that was set up, and sign in */
        post: operations["createSignInEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link to set up a new way in, if the address is a member's; always answered the same */
        post: operations["createSignInRecovery"];
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
        /** Who I am, and what I may do */
        get: operations["getSession"];
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
        /** Sign out; `url` ends the provider's session, too */
        post: operations["createSessionEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My sessions, with device and place */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["removeSessionsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all my sessions but this one */
        post: operations["createSessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirmation/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to confirm by a passkey */
        post: operations["createSessionConfirmationPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it is me: dangerous actions are possible for ten minutes then */
        post: operations["createSessionConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirmation/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm by signing in anew with my provider */
        post: operations["createSessionConfirmationSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My profile */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, language or notifications: fields that are left out stay */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/v1/profile/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys */
        get: operations["listProfilePasskeys"];
        put?: never;
        /** Keep the passkey that the browser has made */
        post: operations["createProfilePasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make another passkey */
        post: operations["createProfilePasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of my passkeys; the last way to sign in stays */
        delete: operations["removeProfilePasskeysById"];
        options?: never;
        head?: never;
        /** Name one of my passkeys */
        patch: operations["changeProfilePasskeysById"];
        trace?: never;
    };
    "/api/v1/profile/authenticator/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app; it counts once a code of it was entered */
        post: operations["createProfileAuthenticatorSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use the authenticator app from now on; the one before is worth nothing then */
        post: operations["createProfileAuthenticator"];
        /** Use no authenticator app any more */
        delete: operations["removeProfileAuthenticator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten recovery codes, each for once; shown this once */
        post: operations["createProfileRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a member */
        get: operations["getMembersById"];
        put?: never;
        post?: never;
        /** Remove a member: its sessions end at once; the last admin stays */
        delete: operations["removeMembersById"];
        options?: never;
        head?: never;
        /** Change a member's name, role, privileges or state; who is suspended is out at once; the last admin stays */
        patch: operations["changeMembersById"];
        trace?: never;
    };
    "/api/v1/members/{id}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which a member who lost the way in sets up a new one; mailed, and shown this once */
        post: operations["createMembersByIdSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations, without their links */
        get: operations["listInvitations"];
        put?: never;
        /** Invite people by e-mail address; each `link` is mailed, and shown this once. It works once, for 7 days, and another one to the same address replaces it */
        post: operations["createInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link for 7 days; the link before opens nothing any more */
        post: operations["createInvitationsByIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation: its link opens nothing from now on */
        delete: operations["removeInvitationsById"];
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
        get: operations["listApiKeys"];
        put?: never;
        /** Create an API key; `key` is shown this once */
        post: operations["createApiKeys"];
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
        /** Read an API key, without the key itself */
        get: operations["getApiKeysById"];
        put?: never;
        post?: never;
        /** Revoke an API key at once */
        delete: operations["removeApiKeysById"];
        options?: never;
        head?: never;
        /** Change an API key: fields that are left out stay */
        patch: operations["changeApiKeysById"];
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles, the privileges that an admin can grant, and what each of them may do */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the connections for single sign-on, without their secrets */
        get: operations["listConnections"];
        put?: never;
        /** Make a connection; it is off until it was tested */
        post: operations["createConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connection, without its secrets */
        get: operations["getConnectionsById"];
        put?: never;
        post?: never;
        /** Remove a connection: nobody signs in by it any more, and its sessions end */
        delete: operations["removeConnectionsById"];
        options?: never;
        head?: never;
        /** Change a connection: fields that are left out stay; with other settings it is off until it is tested again */
        patch: operations["changeConnectionsById"];
        trace?: never;
    };
    "/api/v1/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test a connection: the browser goes to `url`, and what came of it stands in `test` */
        post: operations["createConnectionsByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a SAML provider's metadata, from a file or an address */
        post: operations["createConnectionsMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List domains */
        get: operations["listDomains"];
        put?: never;
        /** Name a domain of yours; publish `record`, then verify it */
        post: operations["createDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for the TXT record now */
        post: operations["createDomainsByIdVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a domain; its members sign in as they like then */
        delete: operations["removeDomainsById"];
        options?: never;
        head?: never;
        /** Require that members with addresses of the domain sign in by a connection, or require it no more */
        patch: operations["changeDomainsById"];
        trace?: never;
    };
    "/api/v1/operator-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When operators of the service asked for access, had it, and have it */
        get: operations["listOperatorAccess"];
        put?: never;
        /** Let any operator of the service look into the account for some hours */
        post: operations["createOperatorAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-access/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant what an operator asked for */
        post: operations["createOperatorAccessByIdGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-access/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an access or refuse it: an operator who looks is out at once */
        delete: operations["removeOperatorAccessById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operation/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the customers of every region */
        get: operations["listOperationCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operation/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: how the service does */
        get: operations["getOperationHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operation/customers/{accountId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: ask a customer to be let in */
        post: operations["createOperationCustomersByAccountIdAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operation/customers/{accountId}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: look into a customer's account that lets them in; ends with POST /api/v1/session/end */
        post: operations["createOperationCustomersByAccountIdVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account: customer, region, quota and use, encryption, settings */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the account's settings: fields that are left out stay */
        patch: operations["changeAccount"];
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
        get: operations["listAccountKeyRotations"];
        put?: never;
        /**
         * Give the account a new data key; its records are sealed anew in the background
         * @description The new key seals from now on. What earlier keys sealed stays readable until all of it is sealed anew; then they are destroyed.
         */
        post: operations["createAccountKeyRotations"];
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
        get: operations["getAccountKeyRotationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail, newest first
         * @description Content is sealed, so filters on it look through at most 10,000 entries a request: a page may have fewer items than `limit`, even none, and a `nextCursor` nonetheless.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail as a file, oldest first; that it was exported stands in it, too */
        get: operations["getAuditEntriesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an entry of the audit trail */
        get: operations["getAuditEntriesBySequence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-trail/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow the audit trail from its first entry: is each there, unchanged and in order? */
        get: operations["getAuditTrailVerification"];
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
        get: operations["getMailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Create a webhook */
        post: operations["createWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["getWebhooksById"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["removeWebhooksById"];
        options?: never;
        head?: never;
        /** Change a webhook: fields that are left out stay */
        patch: operations["changeWebhooksById"];
        trace?: never;
    };
    "/api/v1/webhook-event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All types of events, each with the schema of what is sent */
        get: operations["listWebhookEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each event of the last 30 days, newest first */
        get: operations["listWebhooksByIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with its attempts and what is sent */
        get: operations["getWebhooksByIdDeliveriesByDeliveryId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event again, or at once when it waits for its next attempt */
        post: operations["createWebhooksByIdDeliveriesByDeliveryIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the events of a time again: at most 10,000 a call, oldest first */
        post: operations["createWebhooksByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret, shown this once; the one before signs as well for 24 hours */
        post: operations["createWebhooksByIdRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send `webhook.test` at once and read what the receiver answers */
        post: operations["createWebhooksByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the exports that can be fetched, newest first */
        get: operations["listExports"];
        put?: never;
        /** Ask for an export of the account's data; it can be fetched for 24 hours */
        post: operations["createExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an export's request */
        get: operations["getExportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the data as they are at this moment
         * @description NDJSON: a line `{"resource","data"}` for each object, and a last one `{"resource":"end","counts"}`; without it the download was cut. Measurements come in no particular order. CSV: one resource, with a header.
         */
        get: operations["getExportsByIdContent"];
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
         * Live changes as server-sent events: site, part, supplier, gateway, location, order, device, removed
         * @description The data of an event is the changed resource; of `removed`, its kind and id. `ready` comes when the stream begins, after what was missed; `refresh` means: read the lists anew. The events' `id` is the account's revision: sent back as `Last-Event-ID` (browsers do that by themselves) or `lastEventId`, the stream goes on from there.
         */
        get: operations["listEvents"];
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
        /**
         * @description Problem details (RFC 9457)
         * @example {
         *       "type": "urn:refill:problem:invalid",
         *       "title": "Unprocessable Entity",
         *       "status": 422,
         *       "detail": "policy.minimum: must be below maximum",
         *       "errors": [
         *         {
         *           "field": "policy.minimum",
         *           "message": "must be below maximum"
         *         }
         *       ],
         *       "version": 1
         *     }
         */
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
        /**
         * @example {
         *       "code": "code",
         *       "type": "urn:refill:problem:invalid",
         *       "statuses": [
         *         1
         *       ],
         *       "title": "Unprocessable Entity",
         *       "remedy": "remedy"
         *     }
         */
        ProblemType: {
            code: string;
            /** @description `type` of the problem */
            type: string;
            statuses: number[];
            title: string;
            /** @description What to do */
            remedy: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "leadTimeDays": 3,
         *       "dispatch": {
         *         "kind": "email",
         *         "address": "maria.berger@acme.example"
         *       },
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
         *     }
         */
        Supplier: {
            /** Format: uuid */
            id: string;
            name: string;
            leadTimeDays: number;
            dispatch: {
                /** @enum {string} */
                kind: "email";
                /** @example maria.berger@acme.example */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "number": "M6-20",
         *       "name": "Hall 1",
         *       "unit": "pcs",
         *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "packSize": 100,
         *       "minimumOrderQuantity": 200,
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "geometry": {
         *         "kind": "containers",
         *         "emptyDistanceMm": 800,
         *         "containerDepthMm": 1,
         *         "capacityContainers": 1,
         *         "piecesPerContainer": 1
         *       },
         *       "policy": {
         *         "minimum": 400,
         *         "maximum": 2000
         *       },
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "level": {
         *         "onHand": 380,
         *         "confidence": 0.98,
         *         "measuredAt": "2027-01-15T08:30:00.000Z",
         *         "unknownSince": "2027-01-15T08:30:00.000Z"
         *       },
         *       "capacity": 1,
         *       "onOrder": 1,
         *       "inventoryPosition": 1,
         *       "state": "ok"
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "devEui": "24e124713d123456",
         *       "joinEui": "24e124c0002a0001",
         *       "name": "Hall 1",
         *       "profile": "milesight-em310-udl",
         *       "region": "EU868",
         *       "macVersion": "1.0.2",
         *       "deviceClass": "A",
         *       "allowsCounterReset": false,
         *       "radio": {
         *         "adr": false,
         *         "adrMarginDb": 1,
         *         "minimumDataRate": 1,
         *         "maximumDataRate": 1,
         *         "maximumTransmissions": 1,
         *         "rxDelaySeconds": 1,
         *         "rx1DataRateOffset": 1,
         *         "channelBlock": 1,
         *         "statusEveryHours": 1
         *       },
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "activation": "otaa",
         *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "batteryPercent": 97,
         *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
         *       "rssiDbm": 1,
         *       "snrDb": 9.5,
         *       "dataRate": "SF7BW125",
         *       "spreadingFactor": 7,
         *       "frameCounter": 1,
         *       "overwritten": 1,
         *       "state": "never-seen"
         *     }
         */
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
        /**
         * @description What the network server knows of a device
         * @example {
         *       "devAddr": "26011bda",
         *       "joinedAt": "2027-01-15T08:30:00.000Z",
         *       "frameCounterUp": 1,
         *       "frameCounterDown": 1,
         *       "counterResets": 1,
         *       "undelivered": 1,
         *       "radio": {
         *         "dataRate": "SF7BW125",
         *         "eirpDbm": 1,
         *         "transmissions": 1,
         *         "channelsMhz": [
         *           1
         *         ],
         *         "rxDelaySeconds": 1,
         *         "rx1DataRateOffset": 1,
         *         "rx2": "rx2",
         *         "mode": "A",
         *         "lossShare": 1,
         *         "asked": [
         *           "asked"
         *         ]
         *       },
         *       "status": {
         *         "batteryPercent": 97,
         *         "isExternallyPowered": false,
         *         "marginDb": 1,
         *         "at": "2027-01-15T08:30:00.000Z"
         *       }
         *     }
         */
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
        /**
         * @example {
         *       "sequence": 1,
         *       "receivedAt": "2027-01-15T08:30:00.000Z",
         *       "frameCounter": 1,
         *       "fPort": 1,
         *       "payload": "0164037d2003",
         *       "dataRate": "SF7BW125",
         *       "frequencyHz": 868100000,
         *       "gateways": [
         *         {
         *           "gatewayEui": "a84041ffff1ee2b4",
         *           "rssiDbm": 1,
         *           "snrDb": 9.5
         *         }
         *       ]
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "fPort": 1,
         *       "payload": "0164037d2003",
         *       "confirmed": false,
         *       "state": "queued",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "changedAt": "2027-01-15T08:30:00.000Z",
         *       "expiresAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
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
        /**
         * @description A frame of the last minutes, with its header and MAC commands in words
         * @example {
         *       "sequence": 1,
         *       "at": "2027-01-15T08:30:00.000Z",
         *       "direction": "up",
         *       "kind": "kind",
         *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "devEui": "24e124713d123456",
         *       "devAddr": "26011bda",
         *       "frameCounter": 1,
         *       "fPort": 1,
         *       "confirmed": false,
         *       "acknowledges": false,
         *       "adr": false,
         *       "commands": [
         *         "commands"
         *       ],
         *       "payloadBytes": 1,
         *       "dataRate": "SF7BW125",
         *       "frequencyHz": 868100000,
         *       "gateways": [
         *         {
         *           "gatewayEui": "a84041ffff1ee2b4",
         *           "rssiDbm": 1,
         *           "snrDb": 9.5
         *         }
         *       ],
         *       "window": "window",
         *       "refusal": "refusal"
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "gatewayEui": "a84041ffff1ee2b4",
         *       "name": "Hall 1",
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "region": "EU868",
         *       "channelBlock": 1,
         *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
         *       "uplinks": 1,
         *       "downlinks": 1,
         *       "protocol": "semtech-udp",
         *       "softwareVersion": "software version",
         *       "location": {
         *         "latitude": 48.137,
         *         "longitude": 11.575,
         *         "altitudeMetres": 520
         *       },
         *       "dutyCycle": [
         *         {
         *           "fromHz": 1,
         *           "toHz": 1,
         *           "dutyCycle": 1,
         *           "used": 1
         *         }
         *       ]
         *     }
         */
        Gateway: {
            /** Format: uuid */
            id: string;
            /** @description Gateway EUI, 16 hexadecimal digits */
            gatewayEui: string;
            name: string;
            /** @description From 1, one more with each change */
            version: number;
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
            softwareVersion: string | null;
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
        /**
         * @description A gateway of your network that sends and that nobody registered
         * @example {
         *       "gatewayEui": "a84041ffff1ee2b4",
         *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
         *       "protocol": "protocol"
         *     }
         */
        UnknownGateway: {
            gatewayEui: string;
            /** Format: date-time */
            lastSeenAt: string;
            protocol: string;
        };
        /**
         * @description Files for LoRa Basics Station; shown this once
         * @example {
         *       "lnsUri": "lns uri",
         *       "cupsUri": "cups uri",
         *       "caCertificate": "ca certificate",
         *       "certificate": "certificate",
         *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM",
         *       "token": "token"
         *     }
         */
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
        /**
         * @description What a device's QR code says (LoRa Alliance TR005)
         * @example {
         *       "devEui": "24e124713d123456",
         *       "joinEui": "24e124c0002a0001",
         *       "vendorId": "00D0",
         *       "vendorProfileId": "vendor profile id",
         *       "ownerToken": "owner token",
         *       "serialNumber": "serial number",
         *       "proprietary": "proprietary"
         *     }
         */
        DeviceQrCode: {
            devEui: string;
            joinEui: string;
            vendorId: string;
            vendorProfileId: string;
            ownerToken?: string;
            serialNumber?: string;
            proprietary?: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "region": "EU868",
         *       "mcAddr": "01ffffff",
         *       "groupClass": "B",
         *       "dataRate": 1,
         *       "frequencyHz": 868100000,
         *       "periodicity": 1,
         *       "deviceIds": [
         *         "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
         *       ],
         *       "frameCounterDown": 1
         *     }
         */
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
        /**
         * @example {
         *       "frameCounter": 1,
         *       "gateways": 1,
         *       "at": "2027-01-15T08:30:00.000Z"
         *     }
         */
        MulticastSent: {
            frameCounter: number;
            gateways: number;
            /** Format: date-time */
            at: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "number": 1,
         *       "state": "proposed",
         *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "quantity": 200,
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "confirmedQuantity": 1,
         *       "confirmedDate": "2027-01-31",
         *       "receivedQuantity": 1,
         *       "dispatchProblem": "dispatch problem",
         *       "events": [
         *         {
         *           "at": "2027-01-15T08:30:00.000Z",
         *           "state": "proposed",
         *           "cause": "12 pieces, at or below minimum 20"
         *         }
         *       ]
         *     }
         */
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
        /**
         * @example {
         *       "number": 1,
         *       "state": "proposed",
         *       "customerName": "Acme",
         *       "supplierName": "Bolt Brothers",
         *       "partNumber": "M6-20",
         *       "partName": "Hexagon screw M6x20",
         *       "unit": "pcs",
         *       "quantity": 200,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "confirmedQuantity": 1,
         *       "confirmedDate": "2027-01-31"
         *     }
         */
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
        /**
         * @example {
         *       "counts": {
         *         "locations": 1,
         *         "low": 1,
         *         "empty": 1,
         *         "unknown": 1,
         *         "onOrder": 1,
         *         "silentDevices": 1
         *       },
         *       "demonstration": false
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "at": "2027-01-15T08:30:00.000Z",
         *       "to": "to",
         *       "subject": "Order 17 from Acme: 200 pcs M6-20",
         *       "text": "LW:D0:24E124C0002A0001:24E124713D123456:00000000"
         *     }
         */
        MailboxMessage: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            to: string;
            subject: string;
            text: string;
        };
        /**
         * @example {
         *       "created": {
         *         "sites": 1,
         *         "suppliers": 1,
         *         "parts": 1,
         *         "gateways": 1,
         *         "devices": 1,
         *         "locations": 1
         *       }
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "role": "admin",
         *       "expiresAt": "2027-01-15T08:30:00.000Z",
         *       "sourceAddresses": [
         *         "192.0.2.0/24",
         *         "2001:db8::/32"
         *       ],
         *       "purpose": "api",
         *       "isOperators": false,
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "lastUsedAt": "2027-01-15T08:30:00.000Z",
         *       "lastUsedFrom": "192.0.2.10",
         *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM"
         *     }
         */
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description admin configures everything; user reads
             * @enum {string}
             */
            role: "admin" | "user";
            expiresAt: string | null;
            /**
             * @description IPv4 or IPv6 addresses and networks (192.0.2.0/24) from which the key is taken; none: from everywhere
             * @example [
             *       "192.0.2.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            sourceAddresses: string[];
            /**
             * @description api: for /api/v1; provisioning: for a directory service, which manages members by SCIM at /scim/v2
             * @enum {string}
             */
            purpose: "api" | "provisioning";
            /** @description Made for a command of whoever runs Refill */
            isOperators: boolean;
            /** @description Counted up by each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            /** @description The key itself: in the answer that creates it only */
            key?: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "email": "maria.berger@acme.example",
         *       "isEmailConfirmed": false,
         *       "role": "admin",
         *       "privileges": [
         *         "acknowledge-orders"
         *       ],
         *       "state": "active",
         *       "origin": "invitation",
         *       "language": "en",
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Member: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            isEmailConfirmed: boolean;
            /**
             * @description admin configures everything; user reads
             * @enum {string}
             */
            role: "admin" | "user";
            /** @description What a user may do beyond reading; an admin has all */
            privileges: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
            /** @enum {string} */
            state: "active" | "suspended";
            /**
             * @description How the member came: invited, by signing in with a provider, or by a directory service
             * @enum {string}
             */
            origin: "invitation" | "sign-on" | "provisioning";
            /** @enum {string} */
            language: "en" | "de";
            /** @description Counted up by each change */
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "role": "admin",
         *       "privileges": [
         *         "acknowledge-orders"
         *       ],
         *       "email": "maria.berger@acme.example",
         *       "language": "en",
         *       "isForMember": false,
         *       "state": "open",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "expiresAt": "2027-01-15T08:30:00.000Z",
         *       "usedAt": "2027-01-15T08:30:00.000Z",
         *       "mailedAt": "2027-01-15T08:30:00.000Z",
         *       "mailProblem": "mail problem",
         *       "link": "link"
         *     }
         */
        Invitation: {
            /** Format: uuid */
            id: string;
            /**
             * @description admin configures everything; user reads
             * @enum {string}
             */
            role: "admin" | "user";
            /** @description What a user may do beyond reading; an admin has all */
            privileges: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
            email: string | null;
            /** @enum {string} */
            language: "en" | "de";
            /** @description A member's new way to sign in */
            isForMember: boolean;
            /** @enum {string} */
            state: "open" | "used" | "expired";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            usedAt: string | null;
            mailedAt: string | null;
            mailProblem: string | null;
            /** @description Works once; in the answer that makes the invitation only */
            link?: string;
        };
        /**
         * @example {
         *       "customerName": "Acme",
         *       "role": "admin",
         *       "email": "maria.berger@acme.example",
         *       "memberName": "member name",
         *       "needsAddressCode": false,
         *       "needsCode": false,
         *       "hasPasskeys": false,
         *       "connections": [
         *         {
         *           "token": "token",
         *           "name": "Hall 1",
         *           "kind": "oidc"
         *         }
         *       ]
         *     }
         */
        Registration: {
            customerName: string;
            /**
             * @description admin configures everything; user reads
             * @enum {string}
             */
            role: "admin" | "user";
            email: string | null;
            memberName: string | null;
            /** @description The address has to be proved by a mailed code */
            needsAddressCode: boolean;
            /** @description A recovery code or the authenticator app's code is asked for, too */
            needsCode: boolean;
            /** @description False: the company requires a connection */
            hasPasskeys: boolean;
            connections: {
                token: string;
                name: string;
                /** @enum {string} */
                kind: "oidc" | "saml";
            }[];
        };
        /**
         * @example {
         *       "member": {
         *         "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *         "name": "Hall 1",
         *         "email": "maria.berger@acme.example",
         *         "isEmailConfirmed": false,
         *         "role": "admin",
         *         "privileges": [
         *           "acknowledge-orders"
         *         ],
         *         "state": "active",
         *         "origin": "invitation",
         *         "language": "en",
         *         "version": 1,
         *         "createdAt": "2027-01-15T08:30:00.000Z"
         *       },
         *       "role": "admin",
         *       "permissions": [
         *         "read"
         *       ],
         *       "kind": "member",
         *       "visitUntil": "2027-01-15T08:30:00.000Z",
         *       "confirmedUntil": "2027-01-15T08:30:00.000Z",
         *       "customer": {
         *         "name": "Hall 1",
         *         "region": "EU"
         *       },
         *       "demonstration": false
         *     }
         */
        Session: {
            member: components["schemas"]["Member"] | null;
            /**
             * @description admin configures everything; user reads
             * @enum {string}
             */
            role: "admin" | "user";
            /** @description What you may do; see GET /api/v1/roles */
            permissions: ("read" | "own" | "admin" | "operate" | "acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
            /**
             * @description visitor: an operator whom the customer let in
             * @enum {string}
             */
            kind: "member" | "api-key" | "operator" | "visitor";
            visitUntil: string | null;
            confirmedUntil: string | null;
            customer: {
                name: string;
                region: string;
            };
            demonstration: boolean;
        };
        /**
         * @example {
         *       "roles": [
         *         {
         *           "name": "admin",
         *           "description": "Orders to our ERP",
         *           "operations": [
         *             "operations"
         *           ]
         *         }
         *       ],
         *       "privileges": [
         *         {
         *           "name": "Hall 1",
         *           "title": "Unprocessable Entity",
         *           "description": "Orders to our ERP",
         *           "operations": [
         *             "operations"
         *           ]
         *         }
         *       ]
         *     }
         */
        Roles: {
            roles: {
                /**
                 * @description admin configures everything; user reads
                 * @enum {string}
                 */
                name: "admin" | "user";
                description: string;
                operations: string[];
            }[];
            privileges: {
                name: string;
                title: string;
                description: string;
                operations: string[];
            }[];
        };
        /**
         * @example {
         *       "state": "nobody",
         *       "memberName": "member name",
         *       "customerName": "Acme",
         *       "hasAuthenticator": false,
         *       "hasPasskeys": false,
         *       "hasRecoveryCodes": false,
         *       "returnTo": "return to",
         *       "canMail": false,
         *       "demonstration": [
         *         {
         *           "token": "token",
         *           "hint": "hint",
         *           "name": "Hall 1"
         *         }
         *       ]
         *     }
         */
        SignInState: {
            /**
             * @description What this browser's sign-in waits for
             * @enum {string}
             */
            state: "nobody" | "second-factor" | "enrolment" | "signed-in";
            memberName: string | null;
            customerName: string | null;
            hasAuthenticator: boolean;
            hasPasskeys: boolean;
            hasRecoveryCodes: boolean;
            returnTo: string;
            /** @description Whether this Refill sends e-mails */
            canMail: boolean;
            /** @description The demonstration's one-click identities */
            demonstration: {
                token: string;
                hint: string;
                name: string;
            }[];
        };
        /**
         * @example {
         *       "state": "signed-in",
         *       "returnTo": "return to"
         *     }
         */
        SignInOutcome: {
            /** @enum {string} */
            state: "signed-in" | "second-factor";
            returnTo: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "isThis": false,
         *       "device": "device",
         *       "address": "orders@bolts.example",
         *       "way": "passkey",
         *       "connection": "connection",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "lastUsedAt": "2027-01-15T08:30:00.000Z",
         *       "lastUsedFrom": "last used from",
         *       "expiresAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        OwnSession: {
            /** Format: uuid */
            id: string;
            isThis: boolean;
            device: string;
            address: string;
            /** @enum {string} */
            way: "passkey" | "connection" | "visit";
            connection: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            lastUsedFrom: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "isBackedUp": false,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "lastUsedAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Kept in the provider's cloud */
            isBackedUp: boolean;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "email": "maria.berger@acme.example",
         *       "language": "en",
         *       "mailsSignIns": false,
         *       "hasAuthenticator": false,
         *       "recoveryCodesLeft": 1,
         *       "passkeys": 1,
         *       "connections": [
         *         "connections"
         *       ],
         *       "requiresSecondFactor": false,
         *       "version": 1
         *     }
         */
        Profile: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            language: "en" | "de";
            mailsSignIns: boolean;
            hasAuthenticator: boolean;
            recoveryCodesLeft: number;
            passkeys: number;
            connections: string[];
            /** @description Of the account */
            requiresSecondFactor: boolean;
            /** @description Counted up by each change */
            version: number;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "admitsByRules": false,
         *       "rules": [
         *         {
         *           "attribute": "attribute",
         *           "value": "value",
         *           "role": "admin",
         *           "privileges": [
         *             "acknowledge-orders"
         *           ]
         *         }
         *       ],
         *       "secondFactorContexts": [
         *         "second factor contexts"
         *       ],
         *       "isEnabled": false,
         *       "settings": {
         *         "kind": "oidc",
         *         "provider": "entra",
         *         "issuer": "https://erp.acme.example/refill",
         *         "clientId": "client id",
         *         "tenant": "tenant"
         *       },
         *       "test": {
         *         "at": "2027-01-15T08:30:00.000Z",
         *         "problem": "problem",
         *         "seen": {
         *           "email": "maria.berger@acme.example",
         *           "name": "Hall 1",
         *           "attributes": {}
         *         }
         *       },
         *       "isDemonstration": false,
         *       "addresses": {
         *         "oidcCallback": "oidc callback",
         *         "oidcBackChannel": "oidc back channel",
         *         "samlEntityId": "saml entity id",
         *         "samlConsumer": "saml consumer",
         *         "samlSignOut": "saml sign out",
         *         "signIn": "sign in"
         *       },
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Connection: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description People whom a rule fits become members by signing in */
            admitsByRules: boolean;
            rules: {
                attribute: string;
                value: string;
                /** @enum {string} */
                role: "admin" | "user";
                privileges: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
            }[];
            /** @description acr or AuthnContextClassRef that are a second factor, beside the well-known ones */
            secondFactorContexts: string[];
            isEnabled: boolean;
            settings: {
                /** @enum {string} */
                kind: "oidc";
                /** @enum {string} */
                provider: "entra" | "google" | "keycloak" | "other";
                /**
                 * Format: uri
                 * @description e.g. https://login.microsoftonline.com/<tenant id>/v2.0
                 */
                issuer: string;
                clientId: string;
                tenant: string | null;
            } | {
                /** @enum {string} */
                kind: "saml";
                entityId: string;
                /**
                 * Format: uri
                 * @description HTTP-Redirect binding
                 */
                signInUrl: string;
                signOutUrl: string | null;
                certificates: string[];
                metadataUrl: string | null;
                /** @description false only for providers that sign nothing but the assertion, as AD FS does unless told otherwise */
                requiresSignedResponse: boolean;
                certificateExpiresAt: string | null;
            };
            test: {
                /** Format: date-time */
                at: string;
                problem: string | null;
                seen: {
                    email: string | null;
                    name: string | null;
                    attributes: {
                        [key: string]: string[];
                    };
                };
            } | null;
            isDemonstration: boolean;
            /** @description Of Refill's side, as the provider has to know them */
            addresses: {
                oidcCallback: string;
                oidcBackChannel: string;
                samlEntityId: string;
                samlConsumer: string;
                samlSignOut: string;
                signIn: string;
            };
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "name": "Hall 1",
         *       "record": {
         *         "name": "Hall 1",
         *         "value": "value"
         *       },
         *       "verifiedAt": "2027-01-15T08:30:00.000Z",
         *       "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Domain: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The TXT record that verifies it */
            record: {
                name: string;
                value: string;
            };
            verifiedAt: string | null;
            requiredConnectionId: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description That operators of the service may look into the account for a while
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "reason": "model change",
         *       "operatorName": "operator name",
         *       "state": "asked",
         *       "grantedBy": "granted by",
         *       "until": "2027-01-15T08:30:00.000Z",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "version": 1
         *     }
         */
        OperatorAccess: {
            /** Format: uuid */
            id: string;
            reason: string;
            operatorName: string | null;
            /** @enum {string} */
            state: "asked" | "granted" | "ended";
            grantedBy: string | null;
            until: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @description What operators see of a customer: nothing of its content
         * @example {
         *       "accountId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "slug": "slug",
         *       "region": "EU",
         *       "state": "state",
         *       "isDemonstration": false,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "devices": 1,
         *       "access": {
         *         "state": "asked",
         *         "reason": "model change",
         *         "until": "2027-01-15T08:30:00.000Z"
         *       }
         *     }
         */
        OperatedCustomer: {
            /** Format: uuid */
            accountId: string;
            slug: string;
            region: string;
            state: string;
            isDemonstration: boolean;
            /** Format: date-time */
            createdAt: string;
            devices: number | null;
            access: {
                /** @enum {string} */
                state: "asked" | "granted";
                reason: string;
                until: string | null;
            } | null;
        };
        /**
         * @example {
         *       "status": "ok",
         *       "checks": {},
         *       "version": "version",
         *       "accountsInMemory": 1,
         *       "jobs": [
         *         {
         *           "region": "EU",
         *           "queue": "queue",
         *           "waiting": 1,
         *           "active": 1,
         *           "failed": 1
         *         }
         *       ]
         *     }
         */
        ServiceHealth: {
            /** @enum {string} */
            status: "ok" | "degraded";
            checks: {
                [key: string]: string;
            };
            version: string;
            accountsInMemory: number;
            jobs: {
                region: string;
                queue: string;
                waiting: number;
                active: number;
                failed: number;
            }[];
        };
        /**
         * @description A change of the account's AES-256 data key
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "generation": 1,
         *       "state": "running",
         *       "startedAt": "2027-01-15T08:30:00.000Z",
         *       "finishedAt": "2027-01-15T08:30:00.000Z",
         *       "records": {
         *         "done": 1,
         *         "total": 1
         *       }
         *     }
         */
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
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "customerName": "Acme",
         *       "region": "EU",
         *       "state": "active",
         *       "quota": {
         *         "devices": 1,
         *         "requestsPerMinute": 1,
         *         "storageMb": 1
         *       },
         *       "usage": {
         *         "devices": 1,
         *         "storageBytes": 1,
         *         "requestsLastMinute": 1
         *       },
         *       "encryption": {
         *         "generation": 1
         *       },
         *       "rawMeasurementDays": 30,
         *       "requiresSecondFactor": false,
         *       "sessionIdleMinutes": 5,
         *       "sessionHours": 1
         *     }
         */
        Account: {
            /** Format: uuid */
            id: string;
            customerName: string;
            region: string;
            /** @enum {string} */
            state: "active" | "suspended";
            quota: {
                /** @description How many there may be; null: no limit of its own */
                devices: number | null;
                /** @description Requests of all keys and sessions together; null: no limit of its own */
                requestsPerMinute: number | null;
                /** @description Megabytes in the database; null: no limit of its own */
                storageMb: number | null;
            };
            usage: {
                devices: number;
                storageBytes: number;
                /** @description About, as this server counts them */
                requestsLastMinute: number;
            };
            encryption: {
                /** @description Of the AES-256 data key that seals now */
                generation: number;
            };
            /** @description Raw measurements are kept so long; their sums stay */
            rawMeasurementDays: number;
            /** @description Nobody signs in without a second factor */
            requiresSecondFactor: boolean;
            /** @description A session that is not used for so long ends */
            sessionIdleMinutes: number;
            /** @description A session ends after so long in any case */
            sessionHours: number;
        };
        /**
         * @description Of a changed record only the fields that differ; secrets never
         * @example {
         *       "sequence": 1,
         *       "at": "2027-01-15T08:30:00.000Z",
         *       "action": "part.changed",
         *       "actor": {
         *         "kind": "member",
         *         "id": "id",
         *         "name": "Hall 1",
         *         "address": "192.0.2.10"
         *       },
         *       "target": {
         *         "kind": "kind",
         *         "id": "id",
         *         "name": "Hall 1"
         *       },
         *       "before": {
         *         "minimumOrderQuantity": 200
         *       },
         *       "after": {
         *         "minimumOrderQuantity": 300
         *       },
         *       "detail": {},
         *       "hash": "hash"
         *     }
         */
        AuditEntry: {
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @description e.g. part.changed, session.started, access.refused */
            action: string;
            /** @description Who did it */
            actor: {
                /** @enum {string} */
                kind: "member" | "api-key" | "supplier" | "operator" | "system";
                id: string | null;
                name: string;
                address: string | null;
            };
            target: {
                kind: string;
                id: string | null;
                name: string;
            } | null;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            detail: {
                [key: string]: unknown;
            } | null;
            /** @description Keyed hash over the entry before, number, time and content (HMAC-SHA-256, hexadecimal) */
            hash: string;
        };
        /**
         * @example {
         *       "isIntact": false,
         *       "entries": 1,
         *       "head": {
         *         "sequence": 1,
         *         "hash": "hash"
         *       },
         *       "anchor": {
         *         "sequence": 1,
         *         "hash": "hash"
         *       },
         *       "fault": {
         *         "sequence": 1,
         *         "kind": "missing"
         *       }
         *     }
         */
        AuditVerification: {
            isIntact: boolean;
            /** @description Entries that were followed and found good */
            entries: number;
            head: {
                sequence: number;
                hash: string;
            };
            anchor: {
                sequence: number;
                hash: string;
            } | null;
            fault: {
                /** @description Number of the first entry that is not as it should be */
                sequence: number;
                /** @enum {string} */
                kind: "missing" | "changed" | "unreadable" | "too-many";
            } | null;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "url": "https://erp.acme.example/refill",
         *       "description": "Orders to our ERP",
         *       "events": [
         *         "events"
         *       ],
         *       "enabled": false,
         *       "disabledReason": "disabled reason",
         *       "failingSince": "2027-01-15T08:30:00.000Z",
         *       "version": 1,
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
         *       "oldSecretUntil": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            /** @description Events are sent; those that happen while it is off are not */
            enabled: boolean;
            disabledReason: string | null;
            failingSince: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Signs what is sent (Standard Webhooks); shown when it is made, never again */
            secret?: string;
            oldSecretUntil: string | null;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "eventId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "eventType": "event type",
         *       "state": "waiting",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "attemptCount": 1,
         *       "lastAttempt": {
         *         "at": "2027-01-15T08:30:00.000Z",
         *         "status": 422,
         *         "error": "error",
         *         "durationMs": 1
         *       },
         *       "nextAttemptAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description `webhook-id`, the same for all attempts
             */
            eventId: string;
            eventType: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            attemptCount: number;
            lastAttempt: {
                /** Format: date-time */
                at: string;
                status: number | null;
                error: string | null;
                durationMs: number;
            } | null;
            nextAttemptAt: string | null;
        };
        /**
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "eventId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "eventType": "event type",
         *       "state": "waiting",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "updatedAt": "2027-01-15T08:30:00.000Z",
         *       "attemptCount": 1,
         *       "lastAttempt": {
         *         "at": "2027-01-15T08:30:00.000Z",
         *         "status": 422,
         *         "error": "error",
         *         "durationMs": 1
         *       },
         *       "nextAttemptAt": "2027-01-15T08:30:00.000Z",
         *       "attempts": [
         *         {
         *           "at": "2027-01-15T08:30:00.000Z",
         *           "status": 422,
         *           "error": "error",
         *           "durationMs": 1
         *         }
         *       ],
         *       "payload": {}
         *     }
         */
        WebhookDeliveryDetail: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description `webhook-id`, the same for all attempts
             */
            eventId: string;
            eventType: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            attemptCount: number;
            lastAttempt: {
                /** Format: date-time */
                at: string;
                status: number | null;
                error: string | null;
                durationMs: number;
            } | null;
            nextAttemptAt: string | null;
            /** @description The latest 50, oldest first */
            attempts: {
                /** Format: date-time */
                at: string;
                status: number | null;
                error: string | null;
                durationMs: number;
            }[];
            /** @description The body that is sent */
            payload: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "replayed": 1,
         *       "continueAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        Replayed: {
            /** @description Deliveries that are sent (again) */
            replayed: number;
            continueAt: string | null;
        };
        /**
         * @example {
         *       "delivered": false,
         *       "status": 422,
         *       "error": "error",
         *       "durationMs": 1,
         *       "answer": "answer"
         *     }
         */
        WebhookTest: {
            delivered: boolean;
            status: number | null;
            error: string | null;
            durationMs: number;
            answer: string | null;
        };
        /**
         * @example {
         *       "type": "urn:refill:problem:invalid",
         *       "description": "Orders to our ERP",
         *       "schema": {}
         *     }
         */
        EventType: {
            type: string;
            description: string;
            /** @description JSON Schema of the body */
            schema: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A reading of a storage location
         * @example {
         *       "at": "2027-01-15T08:30:00.000Z",
         *       "onHand": 380,
         *       "distanceMm": 1,
         *       "fault": "fault",
         *       "consumption": 1,
         *       "receipts": 1,
         *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "sequence": 1
         *     }
         */
        Measurement: {
            /** Format: date-time */
            at: string;
            onHand: number | null;
            distanceMm: number | null;
            fault: string | null;
            /** @description Pieces that left */
            consumption: number;
            /** @description Pieces that came */
            receipts: number;
            /** Format: uuid */
            deviceId: string;
            /** @description The device's messages are numbered */
            sequence: number;
        };
        /**
         * @description An hour or a day of a storage location; those of which nothing is known are missing
         * @example {
         *       "at": "2027-01-15T08:30:00.000Z",
         *       "min": 1,
         *       "max": 1,
         *       "mean": 1,
         *       "first": 1,
         *       "last": 1,
         *       "count": 1,
         *       "consumption": 1,
         *       "receipts": 1,
         *       "coverage": 1
         *     }
         */
        MeasurementPeriod: {
            /**
             * Format: date-time
             * @description Begin of the hour or day, UTC
             */
            at: string;
            min: number | null;
            max: number | null;
            mean: number | null;
            first: number | null;
            last: number | null;
            /** @description Readings */
            count: number;
            /** @description Pieces that left */
            consumption: number;
            /** @description Pieces that came */
            receipts: number;
            /** @description Share of the time in which the level was known, 0 to 1 */
            coverage: number;
        };
        /**
         * @description A part's stock over its storage locations
         * @example {
         *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "partNumber": "M6-20",
         *       "partName": "Hexagon screw M6x20",
         *       "unit": "pcs",
         *       "onHand": 380,
         *       "onOrder": 1,
         *       "inventoryPosition": 1,
         *       "locations": 1,
         *       "low": 1,
         *       "empty": 1,
         *       "unknown": 1
         *     }
         */
        PartStock: {
            /** Format: uuid */
            partId: string;
            partNumber: string;
            partName: string;
            unit: string;
            onHand: number | null;
            onOrder: number;
            inventoryPosition: number | null;
            /** @description Storage locations of the part */
            locations: number;
            /** @description Of these, at or below their minimum, but not empty */
            low: number;
            empty: number;
            /** @description Of these, without a known level: their stock is missing in the sums */
            unknown: number;
        };
        /**
         * @description A storage location's stock in one flat line
         * @example {
         *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "locationName": "location name",
         *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "siteName": "Hall 1",
         *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "partNumber": "M6-20",
         *       "partName": "Hexagon screw M6x20",
         *       "unit": "pcs",
         *       "onHand": 380,
         *       "onOrder": 1,
         *       "inventoryPosition": 1,
         *       "minimum": 400,
         *       "maximum": 2000,
         *       "capacity": 1,
         *       "state": "ok",
         *       "measuredAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        LocationStock: {
            /** Format: uuid */
            locationId: string;
            locationName: string;
            /** Format: uuid */
            siteId: string;
            siteName: string;
            /** Format: uuid */
            partId: string;
            partNumber: string;
            partName: string;
            unit: string;
            onHand: number | null;
            onOrder: number;
            inventoryPosition: number | null;
            minimum: number;
            maximum: number;
            capacity: number;
            /** @enum {string} */
            state: "ok" | "low" | "empty" | "unknown";
            measuredAt: string | null;
        };
        /**
         * @description How long a storage location's stock will last
         * @example {
         *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "locationName": "location name",
         *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "policy": {
         *         "minimum": 400,
         *         "maximum": 2000
         *       },
         *       "onHand": 380,
         *       "inventoryPosition": 1,
         *       "consumptionPerDay": 1,
         *       "daysOfStock": 1,
         *       "runOutDate": "2027-01-31",
         *       "openOrderId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "nextRefillDate": "2027-01-31"
         *     }
         */
        LocationPlan: {
            /** Format: uuid */
            locationId: string;
            locationName: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            partId: string;
            policy: {
                minimum: number;
                maximum: number;
            };
            onHand: number | null;
            inventoryPosition: number | null;
            consumptionPerDay: number | null;
            daysOfStock: number | null;
            runOutDate: string | null;
            openOrderId: string | null;
            nextRefillDate: string | null;
        };
        /**
         * @description A request for the account's data, as they are when it is fetched
         * @example {
         *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
         *       "format": "ndjson",
         *       "resources": [
         *         "sites"
         *       ],
         *       "from": "2027-01-15T08:30:00.000Z",
         *       "to": "2027-01-15T08:30:00.000Z",
         *       "createdAt": "2027-01-15T08:30:00.000Z",
         *       "expiresAt": "2027-01-15T08:30:00.000Z",
         *       "fetchedAt": "2027-01-15T08:30:00.000Z"
         *     }
         */
        DataExport: {
            /** Format: uuid */
            id: string;
            /**
             * @description `csv` takes one resource
             * @enum {string}
             */
            format: "ndjson" | "csv";
            resources: ("sites" | "suppliers" | "parts" | "devices" | "gateways" | "locations" | "orders" | "stock" | "measurements" | "measurement-days" | "members" | "api-keys" | "webhooks" | "audit-entries" | "settings")[];
            from: string | null;
            to: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            fetchedAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "code",
                     *           "type": "urn:refill:problem:invalid",
                     *           "statuses": [
                     *             1
                     *           ],
                     *           "title": "Unprocessable Entity",
                     *           "remedy": "remedy"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ProblemType"][];
                        /** @description `cursor` of the next page; null on the last one */
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listSites: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example name
                 */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of the name; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Site"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSites: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitesById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Site"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSitesById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSitesById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1"
                 *     }
                 */
                "application/json": {
                    name?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSitesBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "name": "Hall 1"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "name": "Hall 1",
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Site"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppliers: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example name
                 */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of the name; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "leadTimeDays": 3,
                     *           "dispatch": {
                     *             "kind": "email",
                     *             "address": "maria.berger@acme.example"
                     *           },
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Supplier"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSuppliers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "leadTimeDays": 3,
                 *       "dispatch": {
                 *         "kind": "email",
                 *         "address": "maria.berger@acme.example"
                 *       },
                 *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                 *     }
                 */
                "application/json": {
                    name: string;
                    leadTimeDays: number;
                    dispatch: {
                        /** @enum {string} */
                        kind: "email";
                        /** @example maria.berger@acme.example */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "leadTimeDays": 3,
                     *       "dispatch": {
                     *         "kind": "email",
                     *         "address": "maria.berger@acme.example"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *     }
                     */
                    "application/json": components["schemas"]["Supplier"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuppliersById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "leadTimeDays": 3,
                     *       "dispatch": {
                     *         "kind": "email",
                     *         "address": "maria.berger@acme.example"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *     }
                     */
                    "application/json": components["schemas"]["Supplier"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSuppliersById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSuppliersById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "leadTimeDays": 3,
                 *       "dispatch": {
                 *         "kind": "email",
                 *         "address": "maria.berger@acme.example"
                 *       },
                 *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                 *     }
                 */
                "application/json": {
                    name?: string;
                    leadTimeDays?: number;
                    dispatch?: {
                        /** @enum {string} */
                        kind: "email";
                        /** @example maria.berger@acme.example */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "leadTimeDays": 3,
                     *       "dispatch": {
                     *         "kind": "email",
                     *         "address": "maria.berger@acme.example"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *     }
                     */
                    "application/json": components["schemas"]["Supplier"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSuppliersBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "name": "Hall 1",
                 *             "leadTimeDays": 3,
                 *             "dispatch": {
                 *               "kind": "email",
                 *               "address": "maria.berger@acme.example"
                 *             },
                 *             "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
                                /** @example maria.berger@acme.example */
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
                                /** @example maria.berger@acme.example */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "name": "Hall 1",
                     *             "leadTimeDays": 3,
                     *             "dispatch": {
                     *               "kind": "email",
                     *               "address": "maria.berger@acme.example"
                     *             },
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z",
                     *             "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Supplier"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParts: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example number
                 */
                sort?: "number" | "-number" | "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of number and name; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                supplierId?: string;
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "number": "M6-20",
                     *           "name": "Hall 1",
                     *           "unit": "pcs",
                     *           "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "packSize": 100,
                     *           "minimumOrderQuantity": 200,
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Part"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createParts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "M6-20",
                 *       "name": "Hall 1",
                 *       "unit": "pcs",
                 *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "packSize": 100,
                 *       "minimumOrderQuantity": 200
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": "M6-20",
                     *       "name": "Hall 1",
                     *       "unit": "pcs",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "packSize": 100,
                     *       "minimumOrderQuantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Part"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPartsById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": "M6-20",
                     *       "name": "Hall 1",
                     *       "unit": "pcs",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "packSize": 100,
                     *       "minimumOrderQuantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Part"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePartsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "M6-20",
                 *       "name": "Hall 1",
                 *       "unit": "pcs",
                 *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "packSize": 100,
                 *       "minimumOrderQuantity": 200
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": "M6-20",
                     *       "name": "Hall 1",
                     *       "unit": "pcs",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "packSize": 100,
                     *       "minimumOrderQuantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Part"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPartsBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "number": "M6-20",
                 *             "name": "Hall 1",
                 *             "unit": "pcs",
                 *             "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "packSize": 100,
                 *             "minimumOrderQuantity": 200
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "number": "M6-20",
                     *             "name": "Hall 1",
                     *             "unit": "pcs",
                     *             "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "packSize": 100,
                     *             "minimumOrderQuantity": 200,
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Part"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocations: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example name
                 */
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of the location's name, its part's number and name; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                siteId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                partId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                supplierId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                deviceId?: string;
                /** @example false */
                hasDevice?: boolean;
                /** @example false */
                hasOpenOrder?: boolean;
                /**
                 * @description One or more: state=low&state=empty
                 * @example [
                 *       "ok"
                 *     ]
                 */
                state?: ("ok" | "low" | "empty" | "unknown")[];
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "geometry": {
                     *             "kind": "containers",
                     *             "emptyDistanceMm": 800,
                     *             "containerDepthMm": 1,
                     *             "capacityContainers": 1,
                     *             "piecesPerContainer": 1
                     *           },
                     *           "policy": {
                     *             "minimum": 400,
                     *             "maximum": 2000
                     *           },
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "level": {
                     *             "onHand": 380,
                     *             "confidence": 0.98,
                     *             "measuredAt": "2027-01-15T08:30:00.000Z",
                     *             "unknownSince": "2027-01-15T08:30:00.000Z"
                     *           },
                     *           "capacity": 1,
                     *           "onOrder": 1,
                     *           "inventoryPosition": 1,
                     *           "state": "ok"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Location"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLocations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "name": "Hall 1",
                 *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "geometry": {
                 *         "kind": "containers",
                 *         "emptyDistanceMm": 800,
                 *         "containerDepthMm": 1,
                 *         "capacityContainers": 1,
                 *         "piecesPerContainer": 1
                 *       },
                 *       "policy": {
                 *         "minimum": 400,
                 *         "maximum": 2000
                 *       }
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "geometry": {
                     *         "kind": "containers",
                     *         "emptyDistanceMm": 800,
                     *         "containerDepthMm": 1,
                     *         "capacityContainers": 1,
                     *         "piecesPerContainer": 1
                     *       },
                     *       "policy": {
                     *         "minimum": 400,
                     *         "maximum": 2000
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "level": {
                     *         "onHand": 380,
                     *         "confidence": 0.98,
                     *         "measuredAt": "2027-01-15T08:30:00.000Z",
                     *         "unknownSince": "2027-01-15T08:30:00.000Z"
                     *       },
                     *       "capacity": 1,
                     *       "onOrder": 1,
                     *       "inventoryPosition": 1,
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLocationsById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "geometry": {
                     *         "kind": "containers",
                     *         "emptyDistanceMm": 800,
                     *         "containerDepthMm": 1,
                     *         "capacityContainers": 1,
                     *         "piecesPerContainer": 1
                     *       },
                     *       "policy": {
                     *         "minimum": 400,
                     *         "maximum": 2000
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "level": {
                     *         "onHand": 380,
                     *         "confidence": 0.98,
                     *         "measuredAt": "2027-01-15T08:30:00.000Z",
                     *         "unknownSince": "2027-01-15T08:30:00.000Z"
                     *       },
                     *       "capacity": 1,
                     *       "onOrder": 1,
                     *       "inventoryPosition": 1,
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Location"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLocationsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLocationsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "name": "Hall 1",
                 *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "geometry": {
                 *         "kind": "containers",
                 *         "emptyDistanceMm": 800,
                 *         "containerDepthMm": 1,
                 *         "capacityContainers": 1,
                 *         "piecesPerContainer": 1
                 *       },
                 *       "policy": {
                 *         "minimum": 400,
                 *         "maximum": 2000
                 *       }
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "geometry": {
                     *         "kind": "containers",
                     *         "emptyDistanceMm": 800,
                     *         "containerDepthMm": 1,
                     *         "capacityContainers": 1,
                     *         "piecesPerContainer": 1
                     *       },
                     *       "policy": {
                     *         "minimum": 400,
                     *         "maximum": 2000
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "level": {
                     *         "onHand": 380,
                     *         "confidence": 0.98,
                     *         "measuredAt": "2027-01-15T08:30:00.000Z",
                     *         "unknownSince": "2027-01-15T08:30:00.000Z"
                     *       },
                     *       "capacity": 1,
                     *       "onOrder": 1,
                     *       "inventoryPosition": 1,
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLocationsBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "name": "Hall 1",
                 *             "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "geometry": {
                 *               "kind": "containers",
                 *               "emptyDistanceMm": 800,
                 *               "containerDepthMm": 1,
                 *               "capacityContainers": 1,
                 *               "piecesPerContainer": 1
                 *             },
                 *             "policy": {
                 *               "minimum": 400,
                 *               "maximum": 2000
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "name": "Hall 1",
                     *             "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "geometry": {
                     *               "kind": "containers",
                     *               "emptyDistanceMm": 800,
                     *               "containerDepthMm": 1,
                     *               "capacityContainers": 1,
                     *               "piecesPerContainer": 1
                     *             },
                     *             "policy": {
                     *               "minimum": 400,
                     *               "maximum": 2000
                     *             },
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z",
                     *             "level": {
                     *               "onHand": 380,
                     *               "confidence": 0.98,
                     *               "measuredAt": "2027-01-15T08:30:00.000Z",
                     *               "unknownSince": "2027-01-15T08:30:00.000Z"
                     *             },
                     *             "capacity": 1,
                     *             "onOrder": 1,
                     *             "inventoryPosition": 1,
                     *             "state": "ok"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Location"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceLocationsByIdCalibration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "geometry": {
                 *         "kind": "containers",
                 *         "emptyDistanceMm": 800,
                 *         "containerDepthMm": 1,
                 *         "capacityContainers": 1,
                 *         "piecesPerContainer": 1
                 *       }
                 *     }
                 */
                "application/json": {
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
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "geometry": {
                     *         "kind": "containers",
                     *         "emptyDistanceMm": 800,
                     *         "containerDepthMm": 1,
                     *         "capacityContainers": 1,
                     *         "piecesPerContainer": 1
                     *       },
                     *       "policy": {
                     *         "minimum": 400,
                     *         "maximum": 2000
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "level": {
                     *         "onHand": 380,
                     *         "confidence": 0.98,
                     *         "measuredAt": "2027-01-15T08:30:00.000Z",
                     *         "unknownSince": "2027-01-15T08:30:00.000Z"
                     *       },
                     *       "capacity": 1,
                     *       "onOrder": 1,
                     *       "inventoryPosition": 1,
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "counts": {
                     *         "locations": 1,
                     *         "low": 1,
                     *         "empty": 1,
                     *         "unknown": 1,
                     *         "onOrder": 1,
                     *         "silentDevices": 1
                     *       },
                     *       "demonstration": false
                     *     }
                     */
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sites": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "name": "Hall 1"
                 *         }
                 *       ],
                 *       "suppliers": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "name": "Hall 1",
                 *           "leadTimeDays": 3,
                 *           "dispatch": {
                 *             "kind": "email",
                 *             "address": "maria.berger@acme.example"
                 *           },
                 *           "webhookSecret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="
                 *         }
                 *       ],
                 *       "parts": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "number": "M6-20",
                 *           "name": "Hall 1",
                 *           "unit": "pcs",
                 *           "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "packSize": 100,
                 *           "minimumOrderQuantity": 200
                 *         }
                 *       ],
                 *       "gateways": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "gatewayEui": "a84041ffff1ee2b4",
                 *           "name": "Hall 1",
                 *           "region": "EU868",
                 *           "channelBlock": 1
                 *         }
                 *       ],
                 *       "devices": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "devEui": "24e124713d123456",
                 *           "joinEui": "24e124c0002a0001",
                 *           "name": "Hall 1",
                 *           "profile": "milesight-em310-udl",
                 *           "region": "EU868",
                 *           "macVersion": "1.0.2",
                 *           "deviceClass": "A",
                 *           "allowsCounterReset": false,
                 *           "radio": {
                 *             "adr": false,
                 *             "adrMarginDb": 1,
                 *             "minimumDataRate": 1,
                 *             "maximumDataRate": 1,
                 *             "maximumTransmissions": 1,
                 *             "rxDelaySeconds": 1,
                 *             "rx1DataRateOffset": 1,
                 *             "channelBlock": 1,
                 *             "statusEveryHours": 1
                 *           },
                 *           "appKey": "5572404c696e6b4c6f52613230313823",
                 *           "nwkKey": "5572404c696e6b4c6f52613230313823",
                 *           "personalised": {
                 *             "devAddr": "26011bda",
                 *             "appSKey": "5572404c696e6b4c6f52613230313823",
                 *             "nwkSKey": "5572404c696e6b4c6f52613230313823",
                 *             "fNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *             "sNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *             "nwkSEncKey": "5572404c696e6b4c6f52613230313823",
                 *             "frameCounterUp": 1,
                 *             "frameCounterDown": 1
                 *           }
                 *         }
                 *       ],
                 *       "locations": [
                 *         {
                 *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "name": "Hall 1",
                 *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *           "geometry": {
                 *             "kind": "containers",
                 *             "emptyDistanceMm": 800,
                 *             "containerDepthMm": 1,
                 *             "capacityContainers": 1,
                 *             "piecesPerContainer": 1
                 *           },
                 *           "policy": {
                 *             "minimum": 400,
                 *             "maximum": 2000
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
                            /** @example maria.berger@acme.example */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": {
                     *         "sites": 1,
                     *         "suppliers": 1,
                     *         "parts": 1,
                     *         "gateways": 1,
                     *         "devices": 1,
                     *         "locations": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocationsByIdMeasurements: {
        parameters: {
            query?: {
                /**
                 * @description `raw` (the default): each reading; `hour`, `day`: sums by hour or day in UTC, also of times whose readings are not kept any more
                 * @example raw
                 */
                resolution?: "raw" | "hour" | "day";
                /**
                 * @description The first moment of it
                 * @example 2027-01-15T08:30:00.000Z
                 */
                from?: string;
                /**
                 * @description The end, which does not belong to it
                 * @example 2027-01-15T08:30:00.000Z
                 */
                to?: string;
                /**
                 * @description Items a page, at most 5000
                 * @example 1000
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "onHand": 380,
                     *           "distanceMm": 1,
                     *           "fault": "fault",
                     *           "consumption": 1,
                     *           "receipts": 1,
                     *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "sequence": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Measurement"][];
                        /** @description `cursor` of the next page; null on the last one */
                        nextCursor: string | null;
                    } | {
                        items: components["schemas"]["MeasurementPeriod"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevicesByIdMeasurements: {
        parameters: {
            query?: {
                /**
                 * @description The first moment of it
                 * @example 2027-01-15T08:30:00.000Z
                 */
                from?: string;
                /**
                 * @description The end, which does not belong to it
                 * @example 2027-01-15T08:30:00.000Z
                 */
                to?: string;
                /**
                 * @description Items a page, at most 5000
                 * @example 1000
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "onHand": 380,
                     *           "distanceMm": 1,
                     *           "fault": "fault",
                     *           "consumption": 1,
                     *           "receipts": 1,
                     *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "sequence": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Measurement"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                siteId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                partId?: string;
                /**
                 * @description A part of number or name, in small or capital letters
                 * @example q
                 */
                q?: string;
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "partNumber": "M6-20",
                     *           "partName": "Hexagon screw M6x20",
                     *           "unit": "pcs",
                     *           "onHand": 380,
                     *           "onOrder": 1,
                     *           "inventoryPosition": 1,
                     *           "locations": 1,
                     *           "low": 1,
                     *           "empty": 1,
                     *           "unknown": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PartStock"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockLocations: {
        parameters: {
            query?: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                siteId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                partId?: string;
                /**
                 * @description A part of number or name, in small or capital letters
                 * @example q
                 */
                q?: string;
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "locationName": "location name",
                     *           "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "siteName": "Hall 1",
                     *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "partNumber": "M6-20",
                     *           "partName": "Hexagon screw M6x20",
                     *           "unit": "pcs",
                     *           "onHand": 380,
                     *           "onOrder": 1,
                     *           "inventoryPosition": 1,
                     *           "minimum": 400,
                     *           "maximum": 2000,
                     *           "capacity": 1,
                     *           "state": "ok",
                     *           "measuredAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LocationStock"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanningLocations: {
        parameters: {
            query?: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                siteId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                partId?: string;
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "locationName": "location name",
                     *           "siteId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "policy": {
                     *             "minimum": 400,
                     *             "maximum": 2000
                     *           },
                     *           "onHand": 380,
                     *           "inventoryPosition": 1,
                     *           "consumptionPerDay": 1,
                     *           "daysOfStock": 1,
                     *           "runOutDate": "2027-01-31",
                     *           "openOrderId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "nextRefillDate": "2027-01-31"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LocationPlan"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example name
                 */
                sort?: "name" | "-name" | "devEui" | "-devEui" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of name and DevEUI; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /**
                 * @description DevEUI, 16 hexadecimal digits
                 * @example 24e124713d123456
                 */
                devEui?: string;
                /** @example milesight-em310-udl */
                profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                /**
                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                 * @example EU868
                 */
                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                /**
                 * @description Whether it watches a location
                 * @example false
                 */
                isAssigned?: boolean;
                /**
                 * @example [
                 *       "never-seen"
                 *     ]
                 */
                state?: ("never-seen" | "active" | "silent")[];
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "devEui": "24e124713d123456",
                     *           "joinEui": "24e124c0002a0001",
                     *           "name": "Hall 1",
                     *           "profile": "milesight-em310-udl",
                     *           "region": "EU868",
                     *           "macVersion": "1.0.2",
                     *           "deviceClass": "A",
                     *           "allowsCounterReset": false,
                     *           "radio": {
                     *             "adr": false,
                     *             "adrMarginDb": 1,
                     *             "minimumDataRate": 1,
                     *             "maximumDataRate": 1,
                     *             "maximumTransmissions": 1,
                     *             "rxDelaySeconds": 1,
                     *             "rx1DataRateOffset": 1,
                     *             "channelBlock": 1,
                     *             "statusEveryHours": 1
                     *           },
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "activation": "otaa",
                     *           "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "batteryPercent": 97,
                     *           "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *           "rssiDbm": 1,
                     *           "snrDb": 9.5,
                     *           "dataRate": "SF7BW125",
                     *           "spreadingFactor": 7,
                     *           "frameCounter": 1,
                     *           "overwritten": 1,
                     *           "state": "never-seen"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Device"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDevices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "devEui": "24e124713d123456",
                 *       "joinEui": "24e124c0002a0001",
                 *       "name": "Hall 1",
                 *       "profile": "milesight-em310-udl",
                 *       "region": "EU868",
                 *       "macVersion": "1.0.2",
                 *       "deviceClass": "A",
                 *       "allowsCounterReset": false,
                 *       "radio": {
                 *         "adr": false,
                 *         "adrMarginDb": 1,
                 *         "minimumDataRate": 1,
                 *         "maximumDataRate": 1,
                 *         "maximumTransmissions": 1,
                 *         "rxDelaySeconds": 1,
                 *         "rx1DataRateOffset": 1,
                 *         "channelBlock": 1,
                 *         "statusEveryHours": 1
                 *       },
                 *       "appKey": "5572404c696e6b4c6f52613230313823",
                 *       "nwkKey": "5572404c696e6b4c6f52613230313823",
                 *       "personalised": {
                 *         "devAddr": "26011bda",
                 *         "appSKey": "5572404c696e6b4c6f52613230313823",
                 *         "nwkSKey": "5572404c696e6b4c6f52613230313823",
                 *         "fNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *         "sNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *         "nwkSEncKey": "5572404c696e6b4c6f52613230313823",
                 *         "frameCounterUp": 1,
                 *         "frameCounterDown": 1
                 *       }
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "devEui": "24e124713d123456",
                     *       "joinEui": "24e124c0002a0001",
                     *       "name": "Hall 1",
                     *       "profile": "milesight-em310-udl",
                     *       "region": "EU868",
                     *       "macVersion": "1.0.2",
                     *       "deviceClass": "A",
                     *       "allowsCounterReset": false,
                     *       "radio": {
                     *         "adr": false,
                     *         "adrMarginDb": 1,
                     *         "minimumDataRate": 1,
                     *         "maximumDataRate": 1,
                     *         "maximumTransmissions": 1,
                     *         "rxDelaySeconds": 1,
                     *         "rx1DataRateOffset": 1,
                     *         "channelBlock": 1,
                     *         "statusEveryHours": 1
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "activation": "otaa",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "batteryPercent": 97,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "rssiDbm": 1,
                     *       "snrDb": 9.5,
                     *       "dataRate": "SF7BW125",
                     *       "spreadingFactor": 7,
                     *       "frameCounter": 1,
                     *       "overwritten": 1,
                     *       "state": "never-seen"
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "devEui": "24e124713d123456",
                     *       "joinEui": "24e124c0002a0001",
                     *       "name": "Hall 1",
                     *       "profile": "milesight-em310-udl",
                     *       "region": "EU868",
                     *       "macVersion": "1.0.2",
                     *       "deviceClass": "A",
                     *       "allowsCounterReset": false,
                     *       "radio": {
                     *         "adr": false,
                     *         "adrMarginDb": 1,
                     *         "minimumDataRate": 1,
                     *         "maximumDataRate": 1,
                     *         "maximumTransmissions": 1,
                     *         "rxDelaySeconds": 1,
                     *         "rx1DataRateOffset": 1,
                     *         "channelBlock": 1,
                     *         "statusEveryHours": 1
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "activation": "otaa",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "batteryPercent": 97,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "rssiDbm": 1,
                     *       "snrDb": 9.5,
                     *       "dataRate": "SF7BW125",
                     *       "spreadingFactor": 7,
                     *       "frameCounter": 1,
                     *       "overwritten": 1,
                     *       "state": "never-seen"
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDevicesById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDevicesById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "profile": "milesight-em310-udl",
                 *       "deviceClass": "A",
                 *       "allowsCounterReset": false,
                 *       "radio": {
                 *         "adr": false,
                 *         "adrMarginDb": 1,
                 *         "minimumDataRate": 1,
                 *         "maximumDataRate": 1,
                 *         "maximumTransmissions": 1,
                 *         "rxDelaySeconds": 1,
                 *         "rx1DataRateOffset": 1,
                 *         "channelBlock": 1,
                 *         "statusEveryHours": 1
                 *       }
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "devEui": "24e124713d123456",
                     *       "joinEui": "24e124c0002a0001",
                     *       "name": "Hall 1",
                     *       "profile": "milesight-em310-udl",
                     *       "region": "EU868",
                     *       "macVersion": "1.0.2",
                     *       "deviceClass": "A",
                     *       "allowsCounterReset": false,
                     *       "radio": {
                     *         "adr": false,
                     *         "adrMarginDb": 1,
                     *         "minimumDataRate": 1,
                     *         "maximumDataRate": 1,
                     *         "maximumTransmissions": 1,
                     *         "rxDelaySeconds": 1,
                     *         "rx1DataRateOffset": 1,
                     *         "channelBlock": 1,
                     *         "statusEveryHours": 1
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "activation": "otaa",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "batteryPercent": 97,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "rssiDbm": 1,
                     *       "snrDb": 9.5,
                     *       "dataRate": "SF7BW125",
                     *       "spreadingFactor": 7,
                     *       "frameCounter": 1,
                     *       "overwritten": 1,
                     *       "state": "never-seen"
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDevicesBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "devEui": "24e124713d123456",
                 *             "joinEui": "24e124c0002a0001",
                 *             "name": "Hall 1",
                 *             "profile": "milesight-em310-udl",
                 *             "region": "EU868",
                 *             "macVersion": "1.0.2",
                 *             "deviceClass": "A",
                 *             "allowsCounterReset": false,
                 *             "radio": {
                 *               "adr": false,
                 *               "adrMarginDb": 1,
                 *               "minimumDataRate": 1,
                 *               "maximumDataRate": 1,
                 *               "maximumTransmissions": 1,
                 *               "rxDelaySeconds": 1,
                 *               "rx1DataRateOffset": 1,
                 *               "channelBlock": 1,
                 *               "statusEveryHours": 1
                 *             },
                 *             "appKey": "5572404c696e6b4c6f52613230313823",
                 *             "nwkKey": "5572404c696e6b4c6f52613230313823",
                 *             "personalised": {
                 *               "devAddr": "26011bda",
                 *               "appSKey": "5572404c696e6b4c6f52613230313823",
                 *               "nwkSKey": "5572404c696e6b4c6f52613230313823",
                 *               "fNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *               "sNwkSIntKey": "5572404c696e6b4c6f52613230313823",
                 *               "nwkSEncKey": "5572404c696e6b4c6f52613230313823",
                 *               "frameCounterUp": 1,
                 *               "frameCounterDown": 1
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "devEui": "24e124713d123456",
                     *             "joinEui": "24e124c0002a0001",
                     *             "name": "Hall 1",
                     *             "profile": "milesight-em310-udl",
                     *             "region": "EU868",
                     *             "macVersion": "1.0.2",
                     *             "deviceClass": "A",
                     *             "allowsCounterReset": false,
                     *             "radio": {
                     *               "adr": false,
                     *               "adrMarginDb": 1,
                     *               "minimumDataRate": 1,
                     *               "maximumDataRate": 1,
                     *               "maximumTransmissions": 1,
                     *               "rxDelaySeconds": 1,
                     *               "rx1DataRateOffset": 1,
                     *               "channelBlock": 1,
                     *               "statusEveryHours": 1
                     *             },
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z",
                     *             "activation": "otaa",
                     *             "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "batteryPercent": 97,
                     *             "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *             "rssiDbm": 1,
                     *             "snrDb": 9.5,
                     *             "dataRate": "SF7BW125",
                     *             "spreadingFactor": 7,
                     *             "frameCounter": 1,
                     *             "overwritten": 1,
                     *             "state": "never-seen"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Device"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGateways: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example name
                 */
                sort?: "name" | "-name" | "gatewayEui" | "-gatewayEui" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Words that all have to be part of name and EUI; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /**
                 * @description Gateway EUI, 16 hexadecimal digits
                 * @example a84041ffff1ee2b4
                 */
                gatewayEui?: string;
                /**
                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                 * @example EU868
                 */
                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "gatewayEui": "a84041ffff1ee2b4",
                     *           "name": "Hall 1",
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "region": "EU868",
                     *           "channelBlock": 1,
                     *           "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *           "uplinks": 1,
                     *           "downlinks": 1,
                     *           "protocol": "semtech-udp",
                     *           "softwareVersion": "software version",
                     *           "location": {
                     *             "latitude": 48.137,
                     *             "longitude": 11.575,
                     *             "altitudeMetres": 520
                     *           },
                     *           "dutyCycle": [
                     *             {
                     *               "fromHz": 1,
                     *               "toHz": 1,
                     *               "dutyCycle": 1,
                     *               "used": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Gateway"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGateways: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "gatewayEui": "a84041ffff1ee2b4",
                 *       "name": "Hall 1",
                 *       "region": "EU868",
                 *       "channelBlock": 1
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "gatewayEui": "a84041ffff1ee2b4",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "region": "EU868",
                     *       "channelBlock": 1,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "uplinks": 1,
                     *       "downlinks": 1,
                     *       "protocol": "semtech-udp",
                     *       "softwareVersion": "software version",
                     *       "location": {
                     *         "latitude": 48.137,
                     *         "longitude": 11.575,
                     *         "altitudeMetres": 520
                     *       },
                     *       "dutyCycle": [
                     *         {
                     *           "fromHz": 1,
                     *           "toHz": 1,
                     *           "dutyCycle": 1,
                     *           "used": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGatewaysById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "gatewayEui": "a84041ffff1ee2b4",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "region": "EU868",
                     *       "channelBlock": 1,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "uplinks": 1,
                     *       "downlinks": 1,
                     *       "protocol": "semtech-udp",
                     *       "softwareVersion": "software version",
                     *       "location": {
                     *         "latitude": 48.137,
                     *         "longitude": 11.575,
                     *         "altitudeMetres": 520
                     *       },
                     *       "dutyCycle": [
                     *         {
                     *           "fromHz": 1,
                     *           "toHz": 1,
                     *           "dutyCycle": 1,
                     *           "used": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Gateway"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGatewaysById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeGatewaysById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "region": "EU868",
                 *       "channelBlock": 1
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "gatewayEui": "a84041ffff1ee2b4",
                     *       "name": "Hall 1",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "region": "EU868",
                     *       "channelBlock": 1,
                     *       "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *       "uplinks": 1,
                     *       "downlinks": 1,
                     *       "protocol": "semtech-udp",
                     *       "softwareVersion": "software version",
                     *       "location": {
                     *         "latitude": 48.137,
                     *         "longitude": 11.575,
                     *         "altitudeMetres": 520
                     *       },
                     *       "dutyCycle": [
                     *         {
                     *           "fromHz": 1,
                     *           "toHz": 1,
                     *           "dutyCycle": 1,
                     *           "used": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGatewaysBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "create": {
                 *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *             "gatewayEui": "a84041ffff1ee2b4",
                 *             "name": "Hall 1",
                 *             "region": "EU868",
                 *             "channelBlock": 1
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "index": 1,
                     *           "status": 422,
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "problem": {
                     *             "type": "urn:refill:problem:invalid",
                     *             "title": "Unprocessable Entity",
                     *             "status": 422,
                     *             "detail": "policy.minimum: must be below maximum",
                     *             "errors": [
                     *               {
                     *                 "field": "policy.minimum",
                     *                 "message": "must be below maximum"
                     *               }
                     *             ],
                     *             "version": 1
                     *           },
                     *           "resource": {
                     *             "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *             "gatewayEui": "a84041ffff1ee2b4",
                     *             "name": "Hall 1",
                     *             "version": 1,
                     *             "createdAt": "2027-01-15T08:30:00.000Z",
                     *             "updatedAt": "2027-01-15T08:30:00.000Z",
                     *             "region": "EU868",
                     *             "channelBlock": 1,
                     *             "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *             "uplinks": 1,
                     *             "downlinks": 1,
                     *             "protocol": "semtech-udp",
                     *             "softwareVersion": "software version",
                     *             "location": {
                     *               "latitude": 48.137,
                     *               "longitude": 11.575,
                     *               "altitudeMetres": 520
                     *             },
                     *             "dutyCycle": [
                     *               {
                     *                 "fromHz": 1,
                     *                 "toHz": 1,
                     *                 "dutyCycle": 1,
                     *                 "used": 1
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description Of the item, from 0 */
                            index: number;
                            /** @description As the single request would have been answered */
                            status: number;
                            /** Format: uuid */
                            id?: string;
                            problem?: components["schemas"]["Problem"];
                            resource?: components["schemas"]["Gateway"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDevicesFile: {
        parameters: {
            query?: {
                /** @example milesight-em310-udl */
                profile?: "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
                /**
                 * @description JoinEUI (AppEUI), 16 hexadecimal digits
                 * @example 24e124c0002a0001
                 */
                joinEui?: string;
                /**
                 * @description Channel plan of RP002-1.0.4 that device and gateways use
                 * @example EU868
                 */
                region?: "EU868" | "US915" | "AU915" | "AS923" | "AS923-2" | "AS923-3" | "AS923-4" | "IN865" | "KR920" | "CN470-20A" | "CN470-20B" | "CN470-26A" | "CN470-26B" | "RU864" | "ISM2400";
                /**
                 * @description LoRaWAN version
                 * @example 1.0.2
                 */
                macVersion?: "1.0.2" | "1.0.3" | "1.0.4" | "1.1";
            };
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "csv": "DevEUI,JoinEUI,AppKey,Name\n24E124713D123456,24E124C0002A0001,5572404C696E6B4C6F52613230313823,Shelf A-01-1\n"
                 *     }
                 */
                "application/json": {
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "devEui": "24e124713d123456",
                     *           "joinEui": "24e124c0002a0001",
                     *           "name": "Hall 1",
                     *           "profile": "milesight-em310-udl",
                     *           "region": "EU868",
                     *           "macVersion": "1.0.2",
                     *           "deviceClass": "A",
                     *           "allowsCounterReset": false,
                     *           "radio": {
                     *             "adr": false,
                     *             "adrMarginDb": 1,
                     *             "minimumDataRate": 1,
                     *             "maximumDataRate": 1,
                     *             "maximumTransmissions": 1,
                     *             "rxDelaySeconds": 1,
                     *             "rx1DataRateOffset": 1,
                     *             "channelBlock": 1,
                     *             "statusEveryHours": 1
                     *           },
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "activation": "otaa",
                     *           "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "batteryPercent": 97,
                     *           "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *           "rssiDbm": 1,
                     *           "snrDb": 9.5,
                     *           "dataRate": "SF7BW125",
                     *           "spreadingFactor": 7,
                     *           "frameCounter": 1,
                     *           "overwritten": 1,
                     *           "state": "never-seen"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Device"][];
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGatewaysByIdStationCredentials: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
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
                    /**
                     * @example {
                     *       "lnsUri": "lns uri",
                     *       "cupsUri": "cups uri",
                     *       "caCertificate": "ca certificate",
                     *       "certificate": "certificate",
                     *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM",
                     *       "token": "token"
                     *     }
                     */
                    "application/json": components["schemas"]["StationCredentials"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDevicesQrCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "LW:D0:24E124C0002A0001:24E124713D123456:00000000"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "devEui": "24e124713d123456",
                     *       "joinEui": "24e124c0002a0001",
                     *       "vendorId": "00D0",
                     *       "vendorProfileId": "vendor profile id",
                     *       "ownerToken": "owner token",
                     *       "serialNumber": "serial number",
                     *       "proprietary": "proprietary"
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceQrCode"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesByIdLorawan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
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
                    /**
                     * @example {
                     *       "devAddr": "26011bda",
                     *       "joinedAt": "2027-01-15T08:30:00.000Z",
                     *       "frameCounterUp": 1,
                     *       "frameCounterDown": 1,
                     *       "counterResets": 1,
                     *       "undelivered": 1,
                     *       "radio": {
                     *         "dataRate": "SF7BW125",
                     *         "eirpDbm": 1,
                     *         "transmissions": 1,
                     *         "channelsMhz": [
                     *           1
                     *         ],
                     *         "rxDelaySeconds": 1,
                     *         "rx1DataRateOffset": 1,
                     *         "rx2": "rx2",
                     *         "mode": "A",
                     *         "lossShare": 1,
                     *         "asked": [
                     *           "asked"
                     *         ]
                     *       },
                     *       "status": {
                     *         "batteryPercent": 97,
                     *         "isExternallyPowered": false,
                     *         "marginDb": 1,
                     *         "at": "2027-01-15T08:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceLorawan"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevicesByIdMessages: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sequence": 1,
                     *           "receivedAt": "2027-01-15T08:30:00.000Z",
                     *           "frameCounter": 1,
                     *           "fPort": 1,
                     *           "payload": "0164037d2003",
                     *           "dataRate": "SF7BW125",
                     *           "frequencyHz": 868100000,
                     *           "gateways": [
                     *             {
                     *               "gatewayEui": "a84041ffff1ee2b4",
                     *               "rssiDbm": 1,
                     *               "snrDb": 9.5
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StoredMessage"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnknownGateways: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "gatewayEui": "a84041ffff1ee2b4",
                     *           "lastSeenAt": "2027-01-15T08:30:00.000Z",
                     *           "protocol": "protocol"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["UnknownGateway"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevicesByIdDownlinks: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "fPort": 1,
                     *           "payload": "0164037d2003",
                     *           "confirmed": false,
                     *           "state": "queued",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "changedAt": "2027-01-15T08:30:00.000Z",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Downlink"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDevicesByIdDownlinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fPort": 1,
                 *       "payload": "0164037d2003",
                 *       "confirmed": false,
                 *       "expiresAt": "2027-01-15T08:30:00.000Z"
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "fPort": 1,
                     *       "payload": "0164037d2003",
                     *       "confirmed": false,
                     *       "state": "queued",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "changedAt": "2027-01-15T08:30:00.000Z",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Downlink"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDevicesByIdDownlinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 1
                     *     }
                     */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDevicesByIdDownlinksByDownlinkId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                downlinkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevicesByIdFrames: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description The last `sequence` that you have: to follow what comes
                 * @example 1
                 */
                after?: number;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sequence": 1,
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "direction": "up",
                     *           "kind": "kind",
                     *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "devEui": "24e124713d123456",
                     *           "devAddr": "26011bda",
                     *           "frameCounter": 1,
                     *           "fPort": 1,
                     *           "confirmed": false,
                     *           "acknowledges": false,
                     *           "adr": false,
                     *           "commands": [
                     *             "commands"
                     *           ],
                     *           "payloadBytes": 1,
                     *           "dataRate": "SF7BW125",
                     *           "frequencyHz": 868100000,
                     *           "gateways": [
                     *             {
                     *               "gatewayEui": "a84041ffff1ee2b4",
                     *               "rssiDbm": 1,
                     *               "snrDb": 9.5
                     *             }
                     *           ],
                     *           "window": "window",
                     *           "refusal": "refusal"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Frame"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGatewaysByIdFrames: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description The last `sequence` that you have: to follow what comes
                 * @example 1
                 */
                after?: number;
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sequence": 1,
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "direction": "up",
                     *           "kind": "kind",
                     *           "deviceId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "devEui": "24e124713d123456",
                     *           "devAddr": "26011bda",
                     *           "frameCounter": 1,
                     *           "fPort": 1,
                     *           "confirmed": false,
                     *           "acknowledges": false,
                     *           "adr": false,
                     *           "commands": [
                     *             "commands"
                     *           ],
                     *           "payloadBytes": 1,
                     *           "dataRate": "SF7BW125",
                     *           "frequencyHz": 868100000,
                     *           "gateways": [
                     *             {
                     *               "gatewayEui": "a84041ffff1ee2b4",
                     *               "rssiDbm": 1,
                     *               "snrDb": 9.5
                     *             }
                     *           ],
                     *           "window": "window",
                     *           "refusal": "refusal"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Frame"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMulticastGroups: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "region": "EU868",
                     *           "mcAddr": "01ffffff",
                     *           "groupClass": "B",
                     *           "dataRate": 1,
                     *           "frequencyHz": 868100000,
                     *           "periodicity": 1,
                     *           "deviceIds": [
                     *             "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                     *           ],
                     *           "frameCounterDown": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MulticastGroup"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMulticastGroups: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "EU868",
                 *       "mcAddr": "01ffffff",
                 *       "groupClass": "B",
                 *       "dataRate": 1,
                 *       "frequencyHz": 868100000,
                 *       "periodicity": 1,
                 *       "deviceIds": [
                 *         "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                 *       ],
                 *       "mcKey": "5572404c696e6b4c6f52613230313823"
                 *     }
                 */
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
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "region": "EU868",
                     *       "mcAddr": "01ffffff",
                     *       "groupClass": "B",
                     *       "dataRate": 1,
                     *       "frequencyHz": 868100000,
                     *       "periodicity": 1,
                     *       "deviceIds": [
                     *         "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                     *       ],
                     *       "frameCounterDown": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MulticastGroup"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceMulticastGroupsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "EU868",
                 *       "mcAddr": "01ffffff",
                 *       "groupClass": "B",
                 *       "dataRate": 1,
                 *       "frequencyHz": 868100000,
                 *       "periodicity": 1,
                 *       "deviceIds": [
                 *         "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                 *       ],
                 *       "mcKey": "5572404c696e6b4c6f52613230313823"
                 *     }
                 */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "region": "EU868",
                     *       "mcAddr": "01ffffff",
                     *       "groupClass": "B",
                     *       "dataRate": 1,
                     *       "frequencyHz": 868100000,
                     *       "periodicity": 1,
                     *       "deviceIds": [
                     *         "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                     *       ],
                     *       "frameCounterDown": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MulticastGroup"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMulticastGroupsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMulticastGroupsByIdDownlinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fPort": 1,
                 *       "payload": "0164037d2003"
                 *     }
                 */
                "application/json": {
                    fPort: number;
                    /** @description Hexadecimal digits, at most 242 bytes */
                    payload: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "frameCounter": 1,
                     *       "gateways": 1,
                     *       "at": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MulticastSent"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example number
                 */
                sort?: "number" | "-number";
                /**
                 * @description Words that all have to be part of number, part, supplier and location; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /**
                 * @description One or more; open and closed stand for several
                 * @example [
                 *       "proposed"
                 *     ]
                 */
                state?: ("proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled" | "open" | "closed")[];
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                locationId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                partId?: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                supplierId?: string;
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "number": 1,
                     *           "state": "proposed",
                     *           "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "quantity": 200,
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "confirmedQuantity": 1,
                     *           "confirmedDate": "2027-01-31",
                     *           "receivedQuantity": 1,
                     *           "dispatchProblem": "dispatch problem",
                     *           "events": [
                     *             {
                     *               "at": "2027-01-15T08:30:00.000Z",
                     *               "state": "proposed",
                     *               "cause": "12 pieces, at or below minimum 20"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Order"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                 *       "quantity": 200
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    locationId: string;
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrdersById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrdersByIdConfirm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 200,
                 *       "date": "2027-01-31"
                 *     }
                 */
                "application/json": {
                    quantity?: number;
                    /** Format: date */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrdersByIdReceive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 200
                 *     }
                 */
                "application/json": {
                    quantity?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrdersByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "model change"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrdersByIdDispatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "locationId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "partId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "supplierId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "quantity": 200,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31",
                     *       "receivedQuantity": 1,
                     *       "dispatchProblem": "dispatch problem",
                     *       "events": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "state": "proposed",
                     *           "cause": "12 pieces, at or below minimum 20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSupplierConfirmationByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "customerName": "Acme",
                     *       "supplierName": "Bolt Brothers",
                     *       "partNumber": "M6-20",
                     *       "partName": "Hexagon screw M6x20",
                     *       "unit": "pcs",
                     *       "quantity": 200,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["SupplierOrder"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSupplierConfirmationByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 200,
                 *       "date": "2027-01-31"
                 *     }
                 */
                "application/json": {
                    quantity?: number;
                    /** Format: date */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "state": "proposed",
                     *       "customerName": "Acme",
                     *       "supplierName": "Bolt Brothers",
                     *       "partNumber": "M6-20",
                     *       "partName": "Hexagon screw M6x20",
                     *       "unit": "pcs",
                     *       "quantity": 200,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "confirmedQuantity": 1,
                     *       "confirmedDate": "2027-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["SupplierOrder"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegistrationByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerName": "Acme",
                     *       "role": "admin",
                     *       "email": "maria.berger@acme.example",
                     *       "memberName": "member name",
                     *       "needsAddressCode": false,
                     *       "needsCode": false,
                     *       "hasPasskeys": false,
                     *       "connections": [
                     *         {
                     *           "token": "token",
                     *           "name": "Hall 1",
                     *           "kind": "oidc"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRegistrationByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "passkey": {
                 *         "id": "id",
                 *         "type": "public-key"
                 *       },
                 *       "passkeyName": "passkey name",
                 *       "code": "2027-01-31",
                 *       "recoveryCode": "recovery code"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                    passkeyName?: string;
                    /** @description Of the authenticator app */
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "email": "maria.berger@acme.example",
                     *       "isEmailConfirmed": false,
                     *       "role": "admin",
                     *       "privileges": [
                     *         "acknowledge-orders"
                     *       ],
                     *       "state": "active",
                     *       "origin": "invitation",
                     *       "language": "en",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRegistrationByTokenCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "maria.berger@acme.example"
                 *     }
                 */
                "application/json": {
                    /** @example maria.berger@acme.example */
                    email: string;
                };
            };
        };
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRegistrationByTokenPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "email": "maria.berger@acme.example",
                 *       "addressCode": "address code"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @example maria.berger@acme.example */
                    email: string;
                    addressCode?: string;
                };
            };
        };
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "nobody",
                     *       "memberName": "member name",
                     *       "customerName": "Acme",
                     *       "hasAuthenticator": false,
                     *       "hasPasskeys": false,
                     *       "hasRecoveryCodes": false,
                     *       "returnTo": "return to",
                     *       "canMail": false,
                     *       "demonstration": [
                     *         {
                     *           "token": "token",
                     *           "hint": "hint",
                     *           "name": "Hall 1"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "maria.berger@acme.example"
                 *     }
                 */
                "application/json": {
                    /** @example maria.berger@acme.example */
                    email: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "token": "token",
                     *           "name": "Hall 1",
                     *           "kind": "oidc"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            token: string;
                            name: string;
                            /** @enum {string} */
                            kind: "oidc" | "saml";
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInConnectionsByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "token",
                     *       "name": "Hall 1",
                     *       "kind": "oidc"
                     *     }
                     */
                    "application/json": {
                        token: string;
                        name: string;
                        /** @enum {string} */
                        kind: "oidc" | "saml";
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInConnectionsByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example token */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnTo": "return to",
                 *       "registration": "registration",
                 *       "hint": "hint"
                 *     }
                 */
                "application/json": {
                    returnTo?: string;
                    /** @description Of a registration link */
                    registration?: string;
                    /** @description Whom the provider should expect */
                    hint?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://erp.acme.example/refill"
                     *     }
                     */
                    "application/json": {
                        /** @description Where the browser goes next */
                        url: string;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "passkey": {
                 *         "id": "id",
                 *         "type": "public-key"
                 *       },
                 *       "returnTo": "return to"
                 *     }
                 */
                "application/json": {
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "signed-in",
                     *       "returnTo": "return to"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOutcome"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInSecondFactorPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Of the authenticator app */
                    code?: string;
                    recoveryCode?: string;
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey?: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "signed-in",
                     *       "returnTo": "return to"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOutcome"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInEnrolmentAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "uri": "uri"
                     *     }
                     */
                    "application/json": {
                        /** @description base32 */
                        secret: string;
                        /** @description For the QR code that the authenticator app scans */
                        uri: string;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInEnrolmentPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInEnrolment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Of the authenticator app */
                    code?: string;
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey?: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                    passkeyName?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "signed-in",
                     *       "returnTo": "return to"
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOutcome"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "maria.berger@acme.example"
                 *     }
                 */
                "application/json": {
                    /** @example maria.berger@acme.example */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "member": {
                     *         "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *         "name": "Hall 1",
                     *         "email": "maria.berger@acme.example",
                     *         "isEmailConfirmed": false,
                     *         "role": "admin",
                     *         "privileges": [
                     *           "acknowledge-orders"
                     *         ],
                     *         "state": "active",
                     *         "origin": "invitation",
                     *         "language": "en",
                     *         "version": 1,
                     *         "createdAt": "2027-01-15T08:30:00.000Z"
                     *       },
                     *       "role": "admin",
                     *       "permissions": [
                     *         "read"
                     *       ],
                     *       "kind": "member",
                     *       "visitUntil": "2027-01-15T08:30:00.000Z",
                     *       "confirmedUntil": "2027-01-15T08:30:00.000Z",
                     *       "customer": {
                     *         "name": "Hall 1",
                     *         "region": "EU"
                     *       },
                     *       "demonstration": false
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://erp.acme.example/refill"
                     *     }
                     */
                    "application/json": {
                        url: string | null;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "isThis": false,
                     *           "device": "device",
                     *           "address": "orders@bolts.example",
                     *           "way": "passkey",
                     *           "connection": "connection",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "lastUsedAt": "2027-01-15T08:30:00.000Z",
                     *           "lastUsedFrom": "last used from",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OwnSession"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSessionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionConfirmationPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Of the authenticator app */
                    code?: string;
                    recoveryCode?: string;
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey?: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSessionConfirmationSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnTo": "return to",
                 *       "registration": "registration",
                 *       "hint": "hint"
                 *     }
                 */
                "application/json": {
                    returnTo?: string;
                    /** @description Of a registration link */
                    registration?: string;
                    /** @description Whom the provider should expect */
                    hint?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://erp.acme.example/refill"
                     *     }
                     */
                    "application/json": {
                        /** @description Where the browser goes next */
                        url: string;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "email": "maria.berger@acme.example",
                     *       "language": "en",
                     *       "mailsSignIns": false,
                     *       "hasAuthenticator": false,
                     *       "recoveryCodesLeft": 1,
                     *       "passkeys": 1,
                     *       "connections": [
                     *         "connections"
                     *       ],
                     *       "requiresSecondFactor": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "language": "en",
                 *       "mailsSignIns": false
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    language?: "en" | "de";
                    mailsSignIns?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "email": "maria.berger@acme.example",
                     *       "language": "en",
                     *       "mailsSignIns": false,
                     *       "hasAuthenticator": false,
                     *       "recoveryCodesLeft": 1,
                     *       "passkeys": 1,
                     *       "connections": [
                     *         "connections"
                     *       ],
                     *       "requiresSecondFactor": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfilePasskeys: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "isBackedUp": false,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "lastUsedAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Passkey"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfilePasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "passkey": {
                 *         "id": "id",
                 *         "type": "public-key"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description PublicKeyCredential.toJSON() of the browser */
                    passkey: {
                        id: string;
                        /** @enum {string} */
                        type: "public-key";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "isBackedUp": false,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfilePasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For navigator.credentials, as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "challenge"
                     *     }
                     */
                    "application/json": {
                        challenge: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProfilePasskeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProfilePasskeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "isBackedUp": false,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfileAuthenticatorSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "uri": "uri"
                     *     }
                     */
                    "application/json": {
                        /** @description base32 */
                        secret: string;
                        /** @description For the QR code that the authenticator app scans */
                        uri: string;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfileAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "2027-01-31"
                 *     }
                 */
                "application/json": {
                    /** @description Of the authenticator app */
                    code: string;
                };
            };
        };
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProfileAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProfileRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "codes": [
                     *         "codes"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Shown this once; the ones before are worth nothing now */
                        codes: string[];
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "email": "maria.berger@acme.example",
                     *           "isEmailConfirmed": false,
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ],
                     *           "state": "active",
                     *           "origin": "invitation",
                     *           "language": "en",
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Member"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMembersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "email": "maria.berger@acme.example",
                     *       "isEmailConfirmed": false,
                     *       "role": "admin",
                     *       "privileges": [
                     *         "acknowledge-orders"
                     *       ],
                     *       "state": "active",
                     *       "origin": "invitation",
                     *       "language": "en",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMembersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMembersById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "role": "admin",
                 *       "privileges": [
                 *         "acknowledge-orders"
                 *       ],
                 *       "state": "active"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /**
                     * @description admin configures everything; user reads
                     * @enum {string}
                     */
                    role?: "admin" | "user";
                    /** @description What a user may do beyond reading; an admin has all */
                    privileges?: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
                    /** @enum {string} */
                    state?: "active" | "suspended";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "email": "maria.berger@acme.example",
                     *       "isEmailConfirmed": false,
                     *       "role": "admin",
                     *       "privileges": [
                     *         "acknowledge-orders"
                     *       ],
                     *       "state": "active",
                     *       "origin": "invitation",
                     *       "language": "en",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMembersByIdSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "role": "admin",
                     *       "privileges": [
                     *         "acknowledge-orders"
                     *       ],
                     *       "email": "maria.berger@acme.example",
                     *       "language": "en",
                     *       "isForMember": false,
                     *       "state": "open",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "usedAt": "2027-01-15T08:30:00.000Z",
                     *       "mailedAt": "2027-01-15T08:30:00.000Z",
                     *       "mailProblem": "mail problem",
                     *       "link": "link"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ],
                     *           "email": "maria.berger@acme.example",
                     *           "language": "en",
                     *           "isForMember": false,
                     *           "state": "open",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z",
                     *           "usedAt": "2027-01-15T08:30:00.000Z",
                     *           "mailedAt": "2027-01-15T08:30:00.000Z",
                     *           "mailProblem": "mail problem",
                     *           "link": "link"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Nobody registers with another address than the invited one */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "emails": [
                 *         "maria.berger@acme.example"
                 *       ],
                 *       "role": "admin",
                 *       "privileges": [
                 *         "acknowledge-orders"
                 *       ],
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    emails: string[];
                    /**
                     * @description admin configures everything; user reads
                     * @enum {string}
                     */
                    role: "admin" | "user";
                    /** @description What a user may do beyond reading; an admin has all */
                    privileges?: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
                    /** @enum {string} */
                    language?: "en" | "de";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ],
                     *           "email": "maria.berger@acme.example",
                     *           "language": "en",
                     *           "isForMember": false,
                     *           "state": "open",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z",
                     *           "usedAt": "2027-01-15T08:30:00.000Z",
                     *           "mailedAt": "2027-01-15T08:30:00.000Z",
                     *           "mailProblem": "mail problem",
                     *           "link": "link"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitationsByIdSend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "role": "admin",
                     *       "privileges": [
                     *         "acknowledge-orders"
                     *       ],
                     *       "email": "maria.berger@acme.example",
                     *       "language": "en",
                     *       "isForMember": false,
                     *       "state": "open",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "usedAt": "2027-01-15T08:30:00.000Z",
                     *       "mailedAt": "2027-01-15T08:30:00.000Z",
                     *       "mailProblem": "mail problem",
                     *       "link": "link"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeInvitationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "role": "admin",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z",
                     *           "sourceAddresses": [
                     *             "192.0.2.0/24",
                     *             "2001:db8::/32"
                     *           ],
                     *           "purpose": "api",
                     *           "isOperators": false,
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "lastUsedAt": "2027-01-15T08:30:00.000Z",
                     *           "lastUsedFrom": "192.0.2.10",
                     *           "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "role": "admin",
                 *       "expiresAt": "2027-01-15T08:30:00.000Z",
                 *       "sourceAddresses": [
                 *         "192.0.2.0/24",
                 *         "2001:db8::/32"
                 *       ],
                 *       "purpose": "api"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /**
                     * @description admin configures everything; user reads
                     * @enum {string}
                     */
                    role: "admin" | "user";
                    expiresAt?: string | null;
                    /**
                     * @description IPv4 or IPv6 addresses and networks (192.0.2.0/24) from which the key is taken; none: from everywhere
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::/32"
                     *     ]
                     */
                    sourceAddresses?: string[];
                    /**
                     * @description api: for /api/v1; provisioning: for a directory service, which manages members by SCIM at /scim/v2
                     * @enum {string}
                     */
                    purpose?: "api" | "provisioning";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "role": "admin",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "sourceAddresses": [
                     *         "192.0.2.0/24",
                     *         "2001:db8::/32"
                     *       ],
                     *       "purpose": "api",
                     *       "isOperators": false,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedFrom": "192.0.2.10",
                     *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "role": "admin",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "sourceAddresses": [
                     *         "192.0.2.0/24",
                     *         "2001:db8::/32"
                     *       ],
                     *       "purpose": "api",
                     *       "isOperators": false,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedFrom": "192.0.2.10",
                     *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeApiKeysById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "role": "admin",
                 *       "expiresAt": "2027-01-15T08:30:00.000Z",
                 *       "sourceAddresses": [
                 *         "192.0.2.0/24",
                 *         "2001:db8::/32"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /**
                     * @description admin configures everything; user reads
                     * @enum {string}
                     */
                    role?: "admin" | "user";
                    expiresAt?: string | null;
                    /**
                     * @description IPv4 or IPv6 addresses and networks (192.0.2.0/24) from which the key is taken; none: from everywhere
                     * @example [
                     *       "192.0.2.0/24",
                     *       "2001:db8::/32"
                     *     ]
                     */
                    sourceAddresses?: string[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "role": "admin",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "sourceAddresses": [
                     *         "192.0.2.0/24",
                     *         "2001:db8::/32"
                     *       ],
                     *       "purpose": "api",
                     *       "isOperators": false,
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedAt": "2027-01-15T08:30:00.000Z",
                     *       "lastUsedFrom": "192.0.2.10",
                     *       "key": "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "roles": [
                     *         {
                     *           "name": "admin",
                     *           "description": "Orders to our ERP",
                     *           "operations": [
                     *             "operations"
                     *           ]
                     *         }
                     *       ],
                     *       "privileges": [
                     *         {
                     *           "name": "Hall 1",
                     *           "title": "Unprocessable Entity",
                     *           "description": "Orders to our ERP",
                     *           "operations": [
                     *             "operations"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Roles"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "admitsByRules": false,
                     *           "rules": [
                     *             {
                     *               "attribute": "attribute",
                     *               "value": "value",
                     *               "role": "admin",
                     *               "privileges": [
                     *                 "acknowledge-orders"
                     *               ]
                     *             }
                     *           ],
                     *           "secondFactorContexts": [
                     *             "second factor contexts"
                     *           ],
                     *           "isEnabled": false,
                     *           "settings": {
                     *             "kind": "oidc",
                     *             "provider": "entra",
                     *             "issuer": "https://erp.acme.example/refill",
                     *             "clientId": "client id",
                     *             "tenant": "tenant"
                     *           },
                     *           "test": {
                     *             "at": "2027-01-15T08:30:00.000Z",
                     *             "problem": "problem",
                     *             "seen": {
                     *               "email": "maria.berger@acme.example",
                     *               "name": "Hall 1",
                     *               "attributes": {}
                     *             }
                     *           },
                     *           "isDemonstration": false,
                     *           "addresses": {
                     *             "oidcCallback": "oidc callback",
                     *             "oidcBackChannel": "oidc back channel",
                     *             "samlEntityId": "saml entity id",
                     *             "samlConsumer": "saml consumer",
                     *             "samlSignOut": "saml sign out",
                     *             "signIn": "sign in"
                     *           },
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Connection"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnections: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "admitsByRules": false,
                 *       "rules": [
                 *         {
                 *           "attribute": "attribute",
                 *           "value": "value",
                 *           "role": "admin",
                 *           "privileges": [
                 *             "acknowledge-orders"
                 *           ]
                 *         }
                 *       ],
                 *       "secondFactorContexts": [
                 *         "second factor contexts"
                 *       ],
                 *       "settings": {
                 *         "kind": "oidc",
                 *         "provider": "entra",
                 *         "issuer": "https://erp.acme.example/refill",
                 *         "clientId": "client id",
                 *         "tenant": "tenant",
                 *         "clientSecret": "client secret"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description People whom a rule fits become members by signing in */
                    admitsByRules?: boolean;
                    rules?: {
                        attribute: string;
                        value: string;
                        /** @enum {string} */
                        role: "admin" | "user";
                        privileges: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
                    }[];
                    /** @description acr or AuthnContextClassRef that are a second factor, beside the well-known ones */
                    secondFactorContexts?: string[];
                    settings: {
                        /** @enum {string} */
                        kind: "oidc";
                        /** @enum {string} */
                        provider: "entra" | "google" | "keycloak" | "other";
                        /**
                         * Format: uri
                         * @description e.g. https://login.microsoftonline.com/<tenant id>/v2.0
                         */
                        issuer: string;
                        clientId: string;
                        tenant: string | null;
                        /** @description Never shown; left out: stays as it is */
                        clientSecret?: string;
                    } | {
                        /** @enum {string} */
                        kind: "saml";
                        entityId: string;
                        /**
                         * Format: uri
                         * @description HTTP-Redirect binding
                         */
                        signInUrl: string;
                        signOutUrl: string | null;
                        certificates: string[];
                        metadataUrl: string | null;
                        /** @description false only for providers that sign nothing but the assertion, as AD FS does unless told otherwise */
                        requiresSignedResponse: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "admitsByRules": false,
                     *       "rules": [
                     *         {
                     *           "attribute": "attribute",
                     *           "value": "value",
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ]
                     *         }
                     *       ],
                     *       "secondFactorContexts": [
                     *         "second factor contexts"
                     *       ],
                     *       "isEnabled": false,
                     *       "settings": {
                     *         "kind": "oidc",
                     *         "provider": "entra",
                     *         "issuer": "https://erp.acme.example/refill",
                     *         "clientId": "client id",
                     *         "tenant": "tenant"
                     *       },
                     *       "test": {
                     *         "at": "2027-01-15T08:30:00.000Z",
                     *         "problem": "problem",
                     *         "seen": {
                     *           "email": "maria.berger@acme.example",
                     *           "name": "Hall 1",
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "isDemonstration": false,
                     *       "addresses": {
                     *         "oidcCallback": "oidc callback",
                     *         "oidcBackChannel": "oidc back channel",
                     *         "samlEntityId": "saml entity id",
                     *         "samlConsumer": "saml consumer",
                     *         "samlSignOut": "saml sign out",
                     *         "signIn": "sign in"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "admitsByRules": false,
                     *       "rules": [
                     *         {
                     *           "attribute": "attribute",
                     *           "value": "value",
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ]
                     *         }
                     *       ],
                     *       "secondFactorContexts": [
                     *         "second factor contexts"
                     *       ],
                     *       "isEnabled": false,
                     *       "settings": {
                     *         "kind": "oidc",
                     *         "provider": "entra",
                     *         "issuer": "https://erp.acme.example/refill",
                     *         "clientId": "client id",
                     *         "tenant": "tenant"
                     *       },
                     *       "test": {
                     *         "at": "2027-01-15T08:30:00.000Z",
                     *         "problem": "problem",
                     *         "seen": {
                     *           "email": "maria.berger@acme.example",
                     *           "name": "Hall 1",
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "isDemonstration": false,
                     *       "addresses": {
                     *         "oidcCallback": "oidc callback",
                     *         "oidcBackChannel": "oidc back channel",
                     *         "samlEntityId": "saml entity id",
                     *         "samlConsumer": "saml consumer",
                     *         "samlSignOut": "saml sign out",
                     *         "signIn": "sign in"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeConnectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConnectionsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hall 1",
                 *       "admitsByRules": false,
                 *       "rules": [
                 *         {
                 *           "attribute": "attribute",
                 *           "value": "value",
                 *           "role": "admin",
                 *           "privileges": [
                 *             "acknowledge-orders"
                 *           ]
                 *         }
                 *       ],
                 *       "secondFactorContexts": [
                 *         "second factor contexts"
                 *       ],
                 *       "isEnabled": false,
                 *       "settings": {
                 *         "kind": "oidc",
                 *         "provider": "entra",
                 *         "issuer": "https://erp.acme.example/refill",
                 *         "clientId": "client id",
                 *         "tenant": "tenant",
                 *         "clientSecret": "client secret"
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @description People whom a rule fits become members by signing in */
                    admitsByRules?: boolean;
                    rules?: {
                        attribute: string;
                        value: string;
                        /** @enum {string} */
                        role: "admin" | "user";
                        privileges: ("acknowledge-orders" | "place-orders" | "calibrate-locations" | "manage-inventory" | "manage-devices")[];
                    }[];
                    /** @description acr or AuthnContextClassRef that are a second factor, beside the well-known ones */
                    secondFactorContexts?: string[];
                    isEnabled?: boolean;
                    settings?: {
                        /** @enum {string} */
                        kind: "oidc";
                        /** @enum {string} */
                        provider: "entra" | "google" | "keycloak" | "other";
                        /**
                         * Format: uri
                         * @description e.g. https://login.microsoftonline.com/<tenant id>/v2.0
                         */
                        issuer: string;
                        clientId: string;
                        tenant: string | null;
                        /** @description Never shown; left out: stays as it is */
                        clientSecret?: string;
                    } | {
                        /** @enum {string} */
                        kind: "saml";
                        entityId: string;
                        /**
                         * Format: uri
                         * @description HTTP-Redirect binding
                         */
                        signInUrl: string;
                        signOutUrl: string | null;
                        certificates: string[];
                        metadataUrl: string | null;
                        /** @description false only for providers that sign nothing but the assertion, as AD FS does unless told otherwise */
                        requiresSignedResponse: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "admitsByRules": false,
                     *       "rules": [
                     *         {
                     *           "attribute": "attribute",
                     *           "value": "value",
                     *           "role": "admin",
                     *           "privileges": [
                     *             "acknowledge-orders"
                     *           ]
                     *         }
                     *       ],
                     *       "secondFactorContexts": [
                     *         "second factor contexts"
                     *       ],
                     *       "isEnabled": false,
                     *       "settings": {
                     *         "kind": "oidc",
                     *         "provider": "entra",
                     *         "issuer": "https://erp.acme.example/refill",
                     *         "clientId": "client id",
                     *         "tenant": "tenant"
                     *       },
                     *       "test": {
                     *         "at": "2027-01-15T08:30:00.000Z",
                     *         "problem": "problem",
                     *         "seen": {
                     *           "email": "maria.berger@acme.example",
                     *           "name": "Hall 1",
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "isDemonstration": false,
                     *       "addresses": {
                     *         "oidcCallback": "oidc callback",
                     *         "oidcBackChannel": "oidc back channel",
                     *         "samlEntityId": "saml entity id",
                     *         "samlConsumer": "saml consumer",
                     *         "samlSignOut": "saml sign out",
                     *         "signIn": "sign in"
                     *       },
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnectionsByIdTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://erp.acme.example/refill"
                     *     }
                     */
                    "application/json": {
                        /** @description Where the browser goes next */
                        url: string;
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnectionsMetadata: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://adfs.acme.example/FederationMetadata/2007-06/FederationMetadata.xml"
                 *     }
                 */
                "application/json": {
                    xml?: string;
                    /**
                     * Format: uri
                     * @description Where the provider publishes its metadata
                     */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entityId": "entity id",
                     *       "signInUrl": "sign in url",
                     *       "signOutUrl": "sign out url",
                     *       "certificates": [
                     *         "certificates"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entityId: string;
                        signInUrl: string;
                        signOutUrl: string | null;
                        certificates: string[];
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDomains: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "name": "Hall 1",
                     *           "record": {
                     *             "name": "Hall 1",
                     *             "value": "value"
                     *           },
                     *           "verifiedAt": "2027-01-15T08:30:00.000Z",
                     *           "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Domain"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDomains: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "acme.example"
                 *     }
                 */
                "application/json": {
                    /** @example acme.example */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "record": {
                     *         "name": "Hall 1",
                     *         "value": "value"
                     *       },
                     *       "verifiedAt": "2027-01-15T08:30:00.000Z",
                     *       "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDomainsByIdVerify: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "record": {
                     *         "name": "Hall 1",
                     *         "value": "value"
                     *       },
                     *       "verifiedAt": "2027-01-15T08:30:00.000Z",
                     *       "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDomainsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDomainsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11"
                 *     }
                 */
                "application/json": {
                    requiredConnectionId: string | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "name": "Hall 1",
                     *       "record": {
                     *         "name": "Hall 1",
                     *         "value": "value"
                     *       },
                     *       "verifiedAt": "2027-01-15T08:30:00.000Z",
                     *       "requiredConnectionId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperatorAccess: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "reason": "model change",
                     *           "operatorName": "operator name",
                     *           "state": "asked",
                     *           "grantedBy": "granted by",
                     *           "until": "2027-01-15T08:30:00.000Z",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OperatorAccess"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOperatorAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hours": 1,
                 *       "reason": "model change"
                 *     }
                 */
                "application/json": {
                    /** @description For how long operators may look */
                    hours: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description That operators of the service may look into the account for a while */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "reason": "model change",
                     *       "operatorName": "operator name",
                     *       "state": "asked",
                     *       "grantedBy": "granted by",
                     *       "until": "2027-01-15T08:30:00.000Z",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorAccess"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOperatorAccessByIdGrant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hours": 1
                 *     }
                 */
                "application/json": {
                    /** @description For how long operators may look */
                    hours: number;
                };
            };
        };
        responses: {
            /** @description That operators of the service may look into the account for a while */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "reason": "model change",
                     *       "operatorName": "operator name",
                     *       "state": "asked",
                     *       "grantedBy": "granted by",
                     *       "until": "2027-01-15T08:30:00.000Z",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorAccess"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOperatorAccessById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperationCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "accountId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "slug": "slug",
                     *           "region": "EU",
                     *           "state": "state",
                     *           "isDemonstration": false,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "devices": 1,
                     *           "access": {
                     *             "state": "asked",
                     *             "reason": "model change",
                     *             "until": "2027-01-15T08:30:00.000Z"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OperatedCustomer"][];
                    };
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperationHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {},
                     *       "version": "version",
                     *       "accountsInMemory": 1,
                     *       "jobs": [
                     *         {
                     *           "region": "EU",
                     *           "queue": "queue",
                     *           "waiting": 1,
                     *           "active": 1,
                     *           "failed": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ServiceHealth"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOperationCustomersByAccountIdAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "model change"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOperationCustomersByAccountIdVisit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "customerName": "Acme",
                     *       "region": "EU",
                     *       "state": "active",
                     *       "quota": {
                     *         "devices": 1,
                     *         "requestsPerMinute": 1,
                     *         "storageMb": 1
                     *       },
                     *       "usage": {
                     *         "devices": 1,
                     *         "storageBytes": 1,
                     *         "requestsLastMinute": 1
                     *       },
                     *       "encryption": {
                     *         "generation": 1
                     *       },
                     *       "rawMeasurementDays": 30,
                     *       "requiresSecondFactor": false,
                     *       "sessionIdleMinutes": 5,
                     *       "sessionHours": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rawMeasurementDays": 30,
                 *       "requiresSecondFactor": false,
                 *       "sessionIdleMinutes": 5,
                 *       "sessionHours": 1
                 *     }
                 */
                "application/json": {
                    /** @description Raw measurements are kept so long; their sums stay */
                    rawMeasurementDays?: number;
                    /** @description Nobody signs in without a second factor */
                    requiresSecondFactor?: boolean;
                    /** @description A session that is not used for so long ends */
                    sessionIdleMinutes?: number;
                    /** @description A session ends after so long in any case */
                    sessionHours?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "customerName": "Acme",
                     *       "region": "EU",
                     *       "state": "active",
                     *       "quota": {
                     *         "devices": 1,
                     *         "requestsPerMinute": 1,
                     *         "storageMb": 1
                     *       },
                     *       "usage": {
                     *         "devices": 1,
                     *         "storageBytes": 1,
                     *         "requestsLastMinute": 1
                     *       },
                     *       "encryption": {
                     *         "generation": 1
                     *       },
                     *       "rawMeasurementDays": 30,
                     *       "requiresSecondFactor": false,
                     *       "sessionIdleMinutes": 5,
                     *       "sessionHours": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountKeyRotations: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "generation": 1,
                     *           "state": "running",
                     *           "startedAt": "2027-01-15T08:30:00.000Z",
                     *           "finishedAt": "2027-01-15T08:30:00.000Z",
                     *           "records": {
                     *             "done": 1,
                     *             "total": 1
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["KeyRotation"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccountKeyRotations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
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
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "generation": 1,
                     *       "state": "running",
                     *       "startedAt": "2027-01-15T08:30:00.000Z",
                     *       "finishedAt": "2027-01-15T08:30:00.000Z",
                     *       "records": {
                     *         "done": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountKeyRotationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
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
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "generation": 1,
                     *       "state": "running",
                     *       "startedAt": "2027-01-15T08:30:00.000Z",
                     *       "finishedAt": "2027-01-15T08:30:00.000Z",
                     *       "records": {
                     *         "done": 1,
                     *         "total": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /** @example 2027-01-15T08:30:00.000Z */
                from?: string;
                /** @example 2027-01-15T08:30:00.000Z */
                to?: string;
                /** @example member */
                actorKind?: "member" | "api-key" | "supplier" | "operator" | "system";
                /** @example actor id */
                actorId?: string;
                /**
                 * @description An action or its beginning: api-key.created, api-key
                 * @example part.changed
                 */
                action?: string;
                /** @example target kind */
                targetKind?: string;
                /** @example target id */
                targetId?: string;
                /**
                 * @description Text anywhere in the entry, in capitals or not
                 * @example q
                 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sequence": 1,
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "action": "part.changed",
                     *           "actor": {
                     *             "kind": "member",
                     *             "id": "id",
                     *             "name": "Hall 1",
                     *             "address": "192.0.2.10"
                     *           },
                     *           "target": {
                     *             "kind": "kind",
                     *             "id": "id",
                     *             "name": "Hall 1"
                     *           },
                     *           "before": {
                     *             "minimumOrderQuantity": 200
                     *           },
                     *           "after": {
                     *             "minimumOrderQuantity": 300
                     *           },
                     *           "detail": {},
                     *           "hash": "hash"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEntriesExport: {
        parameters: {
            query?: {
                /** @example 2027-01-15T08:30:00.000Z */
                from?: string;
                /** @example 2027-01-15T08:30:00.000Z */
                to?: string;
                /** @example member */
                actorKind?: "member" | "api-key" | "supplier" | "operator" | "system";
                /** @example actor id */
                actorId?: string;
                /**
                 * @description An action or its beginning: api-key.created, api-key
                 * @example part.changed
                 */
                action?: string;
                /** @example target kind */
                targetKind?: string;
                /** @example target id */
                targetId?: string;
                /**
                 * @description Text anywhere in the entry, in capitals or not
                 * @example q
                 */
                q?: string;
                /**
                 * @description ndjson (default): one JSON object a line; csv: a table
                 * @example ndjson
                 */
                format?: "ndjson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries with their hashes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/x-ndjson": string;
                    /** @example  */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEntriesBySequence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 1 */
                sequence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of a changed record only the fields that differ; secrets never */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sequence": 1,
                     *       "at": "2027-01-15T08:30:00.000Z",
                     *       "action": "part.changed",
                     *       "actor": {
                     *         "kind": "member",
                     *         "id": "id",
                     *         "name": "Hall 1",
                     *         "address": "192.0.2.10"
                     *       },
                     *       "target": {
                     *         "kind": "kind",
                     *         "id": "id",
                     *         "name": "Hall 1"
                     *       },
                     *       "before": {
                     *         "minimumOrderQuantity": 200
                     *       },
                     *       "after": {
                     *         "minimumOrderQuantity": 300
                     *       },
                     *       "detail": {},
                     *       "hash": "hash"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditTrailVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "isIntact": false,
                     *       "entries": 1,
                     *       "head": {
                     *         "sequence": 1,
                     *         "hash": "hash"
                     *       },
                     *       "anchor": {
                     *         "sequence": 1,
                     *         "hash": "hash"
                     *       },
                     *       "fault": {
                     *         "sequence": 1,
                     *         "kind": "missing"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailbox: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "to": "to",
                     *           "subject": "Order 17 from Acme: 200 pcs M6-20",
                     *           "text": "LW:D0:24E124C0002A0001:24E124713D123456:00000000"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MailboxMessage"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /**
                 * @description What the list is sorted by; with - in descending order. Equal ones by id.
                 * @example createdAt
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "url" | "-url";
                /**
                 * @description Words that all have to be part of address and description; case and accents make no difference
                 * @example q
                 */
                q?: string;
                /** @example false */
                enabled?: boolean;
                /**
                 * @description Created at this time or later
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdFrom?: string;
                /**
                 * @description Created at this time or earlier
                 * @example 2027-01-15T08:30:00.000Z
                 */
                createdTo?: string;
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "url": "https://erp.acme.example/refill",
                     *           "description": "Orders to our ERP",
                     *           "events": [
                     *             "events"
                     *           ],
                     *           "enabled": false,
                     *           "disabledReason": "disabled reason",
                     *           "failingSince": "2027-01-15T08:30:00.000Z",
                     *           "version": 1,
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *           "oldSecretUntil": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://erp.acme.example/refill",
                 *       "description": "Orders to our ERP",
                 *       "events": [
                 *         "order.placed"
                 *       ],
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description https://, reachable from the internet
                     */
                    url: string;
                    description?: string;
                    /** @description Types of events that are sent; empty: all, also those that come with later versions */
                    events?: ("order.placed" | "order.dispatched" | "order.confirmed" | "order.received" | "order.cancelled" | "order.problem" | "location.low" | "location.empty" | "location.ok" | "location.unknown" | "location.created" | "location.changed" | "location.removed" | "device.silent" | "device.active" | "device.battery-low" | "device.created" | "device.removed" | "part.created" | "part.changed" | "part.removed" | "supplier.created" | "supplier.changed" | "supplier.removed" | "site.created" | "site.changed" | "site.removed" | "gateway.created" | "gateway.changed" | "gateway.removed" | "member.joined" | "member.removed")[];
                    /** @description Events are sent; those that happen while it is off are not */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "url": "https://erp.acme.example/refill",
                     *       "description": "Orders to our ERP",
                     *       "events": [
                     *         "events"
                     *       ],
                     *       "enabled": false,
                     *       "disabledReason": "disabled reason",
                     *       "failingSince": "2027-01-15T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "oldSecretUntil": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksById: {
        parameters: {
            query?: {
                /**
                 * @description Only these fields of each item, e.g. `id,name`; all without it
                 * @example id,name
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description An ETag that you have: answered with 304 while it is the current one
                 * @example "3.5f2a9c"
                 */
                "if-none-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "url": "https://erp.acme.example/refill",
                     *       "description": "Orders to our ERP",
                     *       "events": [
                     *         "events"
                     *       ],
                     *       "enabled": false,
                     *       "disabledReason": "disabled reason",
                     *       "failingSince": "2027-01-15T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "oldSecretUntil": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhooksById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhooksById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.
                 * @example "3.5f2a9c"
                 */
                "if-match"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://erp.acme.example/refill",
                 *       "description": "Orders to our ERP",
                 *       "events": [
                 *         "order.placed"
                 *       ],
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description https://, reachable from the internet
                     */
                    url?: string;
                    description?: string;
                    /** @description Types of events that are sent; empty: all, also those that come with later versions */
                    events?: ("order.placed" | "order.dispatched" | "order.confirmed" | "order.received" | "order.cancelled" | "order.problem" | "location.low" | "location.empty" | "location.ok" | "location.unknown" | "location.created" | "location.changed" | "location.removed" | "device.silent" | "device.active" | "device.battery-low" | "device.created" | "device.removed" | "part.created" | "part.changed" | "part.removed" | "supplier.created" | "supplier.changed" | "supplier.removed" | "site.created" | "site.changed" | "site.removed" | "gateway.created" | "gateway.changed" | "gateway.removed" | "member.joined" | "member.removed")[];
                    /** @description Events are sent; those that happen while it is off are not */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "url": "https://erp.acme.example/refill",
                     *       "description": "Orders to our ERP",
                     *       "events": [
                     *         "events"
                     *       ],
                     *       "enabled": false,
                     *       "disabledReason": "disabled reason",
                     *       "failingSince": "2027-01-15T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "oldSecretUntil": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "urn:refill:problem:invalid",
                     *           "description": "Orders to our ERP",
                     *           "schema": {}
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventType"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooksByIdDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
                /** @example waiting */
                state?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "eventId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "eventType": "event type",
                     *           "state": "waiting",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "updatedAt": "2027-01-15T08:30:00.000Z",
                     *           "attemptCount": 1,
                     *           "lastAttempt": {
                     *             "at": "2027-01-15T08:30:00.000Z",
                     *             "status": 422,
                     *             "error": "error",
                     *             "durationMs": 1
                     *           },
                     *           "nextAttemptAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksByIdDeliveriesByDeliveryId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "eventId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "eventType": "event type",
                     *       "state": "waiting",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "attemptCount": 1,
                     *       "lastAttempt": {
                     *         "at": "2027-01-15T08:30:00.000Z",
                     *         "status": 422,
                     *         "error": "error",
                     *         "durationMs": 1
                     *       },
                     *       "nextAttemptAt": "2027-01-15T08:30:00.000Z",
                     *       "attempts": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "status": 422,
                     *           "error": "error",
                     *           "durationMs": 1
                     *         }
                     *       ],
                     *       "payload": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhooksByIdDeliveriesByDeliveryIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "eventId": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "eventType": "event type",
                     *       "state": "waiting",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "attemptCount": 1,
                     *       "lastAttempt": {
                     *         "at": "2027-01-15T08:30:00.000Z",
                     *         "status": 422,
                     *         "error": "error",
                     *         "durationMs": 1
                     *       },
                     *       "nextAttemptAt": "2027-01-15T08:30:00.000Z",
                     *       "attempts": [
                     *         {
                     *           "at": "2027-01-15T08:30:00.000Z",
                     *           "status": 422,
                     *           "error": "error",
                     *           "durationMs": 1
                     *         }
                     *       ],
                     *       "payload": {}
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhooksByIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2027-01-15T08:30:00.000Z",
                 *       "until": "2027-01-15T08:30:00.000Z",
                 *       "onlyFailed": false
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    since: string;
                    /** Format: date-time */
                    until?: string;
                    /** @description Only deliveries that failed; else all events of the time that the webhook wants, also those from before it was made */
                    onlyFailed?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replayed": 1,
                     *       "continueAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhooksByIdRotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "url": "https://erp.acme.example/refill",
                     *       "description": "Orders to our ERP",
                     *       "events": [
                     *         "events"
                     *       ],
                     *       "enabled": false,
                     *       "disabledReason": "disabled reason",
                     *       "failingSince": "2027-01-15T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "updatedAt": "2027-01-15T08:30:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                     *       "oldSecretUntil": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhooksByIdTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delivered": false,
                     *       "status": 422,
                     *       "error": "error",
                     *       "durationMs": 1,
                     *       "answer": "answer"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                /**
                 * @description Items a page, at most 1000
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description Where the page begins: `nextCursor` of the page before
                 * @example WyJIYWxsIDEiXQ
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *           "format": "ndjson",
                     *           "resources": [
                     *             "sites"
                     *           ],
                     *           "from": "2027-01-15T08:30:00.000Z",
                     *           "to": "2027-01-15T08:30:00.000Z",
                     *           "createdAt": "2027-01-15T08:30:00.000Z",
                     *           "expiresAt": "2027-01-15T08:30:00.000Z",
                     *           "fetchedAt": "2027-01-15T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJIYWxsIDEiXQ"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DataExport"][];
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
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createExports: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "ndjson",
                 *       "resources": [
                 *         "sites"
                 *       ],
                 *       "from": "2027-01-15T08:30:00.000Z",
                 *       "to": "2027-01-15T08:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `csv` takes one resource
                     * @enum {string}
                     */
                    format: "ndjson" | "csv";
                    resources: ("sites" | "suppliers" | "parts" | "devices" | "gateways" | "locations" | "orders" | "stock" | "measurements" | "measurement-days" | "members" | "api-keys" | "webhooks" | "audit-entries" | "settings")[];
                    /**
                     * Format: date-time
                     * @description Of measurements, measurement-days and audit-entries: the first moment
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description Of measurements, measurement-days and audit-entries: the end, which does not belong to it
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description A request for the account's data, as they are when it is fetched */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "format": "ndjson",
                     *       "resources": [
                     *         "sites"
                     *       ],
                     *       "from": "2027-01-15T08:30:00.000Z",
                     *       "to": "2027-01-15T08:30:00.000Z",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "fetchedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DataExport"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request for the account's data, as they are when it is fetched */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
                     *       "format": "ndjson",
                     *       "resources": [
                     *         "sites"
                     *       ],
                     *       "from": "2027-01-15T08:30:00.000Z",
                     *       "to": "2027-01-15T08:30:00.000Z",
                     *       "createdAt": "2027-01-15T08:30:00.000Z",
                     *       "expiresAt": "2027-01-15T08:30:00.000Z",
                     *       "fetchedAt": "2027-01-15T08:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DataExport"];
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsByIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data, as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/x-ndjson": string;
                    /** @example  */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @example last event id */
                lastEventId?: string;
            };
            header?: {
                /** @example last-event-id */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problem details (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:refill:problem:invalid",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "policy.minimum: must be below maximum",
                     *       "errors": [
                     *         {
                     *           "field": "policy.minimum",
                     *           "message": "must be below maximum"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "text/event-stream": components["schemas"]["Problem"];
                };
            };
        };
    };
}
