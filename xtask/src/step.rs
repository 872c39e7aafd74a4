//! The steps of `cargo xtask test`.

/// A step of the checks. `Step::ALL` has their order: steps that fail often and take little time come
/// first, and each step can use what the earlier ones compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Format,
    Clippy,
    ClippyWasm,
    Layers,
    Native,
    DocTests,
    Docs,
    Build,
    Publish,
    Html,
    Hosts,
    Browser,
}

impl Step {
    /// All steps in their order. The browser tests are last, so that the last lines of a good run
    /// are the summary of tests.
    pub(crate) const ALL: [Self; 12] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Layers,
        Self::Native,
        Self::DocTests,
        Self::Docs,
        Self::Build,
        Self::Publish,
        Self::Html,
        Self::Hosts,
        Self::Browser,
    ];

    /// Returns the name of the step on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Layers => "layers",
            Self::Native => "native",
            Self::DocTests => "doctest",
            Self::Docs => "doc",
            Self::Build => "build",
            Self::Publish => "publish",
            Self::Html => "html",
            Self::Hosts => "hosts",
            Self::Browser => "browser",
        }
    }

    /// Returns a description of the step.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Clippy => "clippy on everything that runs here",
            Self::ClippyWasm => "clippy on what runs in the browser",
            Self::Layers => "clippy on the lower layers, without the interface",
            Self::Native => "native tests",
            Self::DocTests => "documentation tests",
            Self::Docs => "documentation",
            Self::Build => "release build",
            Self::Publish => "published site and size budgets",
            Self::Html => "valid HTML",
            Self::Hosts => "embedded views in blogs",
            Self::Browser => "browser tests",
        }
    }
}
