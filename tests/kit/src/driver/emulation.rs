//! Emulation of networks, processors, screens and preferences.

use super::{Driver, Engine};
use serde_json::json;

/// The state of the network between the browser and everything else.
#[derive(Clone, Copy, Debug)]
pub enum Network {
    /// As it is.
    Normal,
    /// No connection, and the page is told so.
    Offline,
    /// A slow connection.
    Slow {
        /// Added to every request.
        latency_millis: u32,
        /// Bytes per second down and up.
        bytes_per_second: u32,
    },
}

impl Driver {
    /// Changes the network. A page that is opened later in the same tab has it too.
    #[track_caller]
    pub fn set_network(&self, network: Network) {
        let (offline, latency_millis, bytes_per_second) = match network {
            Network::Normal => (false, 0, -1),
            Network::Offline => (true, 0, -1),
            Network::Slow { latency_millis, bytes_per_second } => {
                (false, latency_millis, i64::from(bytes_per_second))
            }
        };
        self.devtools(
            "Network.emulateNetworkConditions",
            &json!({
                "offline": offline,
                "latency": latency_millis,
                "downloadThroughput": bytes_per_second,
                "uploadThroughput": bytes_per_second,
            }),
        );
    }

    /// Slows the processor down by a factor; 1 is its own speed.
    #[track_caller]
    pub fn throttle_cpu(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
    }

    /// Sets what the reader's system prefers, by media feature: `[("prefers-color-scheme", "dark")]`. Those that are not
    /// named go back to the browser's own.
    #[track_caller]
    pub fn emulate_media(&self, features: &[(&str, &str)]) {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<_> = features.iter().map(feature).collect();
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Emulates the media type `print`.
    #[track_caller]
    pub fn emulate_print(&self) {
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// Gives the page of a desktop window another size in CSS pixels, in this tab only; in Firefox by the window, which
    /// is not made narrower than 450.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Firefox {
            return self.resize_window(width, height);
        }
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Lays the page out for a touch screen that obeys `<meta name="viewport">`.
    #[track_caller]
    pub(super) fn emulate_phone(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        self.devtools("Emulation.setTouchEmulationEnabled", &touch);
    }

    /// A window is larger than its page by what the browser has around it.
    #[track_caller]
    fn resize_window(&self, width: u32, height: u32) {
        let around =
            self.execute("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
        let around = |side: usize| around[side].as_u64().unwrap_or_default();
        let rect = json!({ "width": u64::from(width) + around(0), "height": u64::from(height) + around(1) });
        self.post("window/rect", &rect);
    }

    /// Lets the pages of this context use the clipboard without asking, and empties it: a browser has one clipboard for
    /// all contexts. The open page has to be one of 127.0.0.1, because others may not use the clipboard.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        let permissions =
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools_of_browser("Browser.grantPermissions", &permissions);
        let outcome = self.execute_async(EMPTY_CLIPBOARD, &[]);
        assert!(outcome.is_null(), "the clipboard cannot be emptied: {outcome}");
    }
}

const EMPTY_CLIPBOARD: &str = "navigator.clipboard.writeText('').then(() => arguments[0](null), (error) => arguments[0](String(error)))";
