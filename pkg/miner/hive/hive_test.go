package hive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
)

// entry is one of an archive.
type entry struct {
	name, content, link string
	kind                byte
	mode                int64
}

func archive(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Linkname: e.link, Typeflag: e.kind, Mode: e.mode, Size: int64(len(e.content))}
		if h.Typeflag == 0 {
			h.Typeflag = tar.TypeReg
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// usual is what every package has.
var usual = []entry{
	{name: "Some_Miner/", kind: tar.TypeDir},
	{name: "Some_Miner/h-manifest.conf", content: "# a manifest\nCUSTOM_NAME=Some_Miner\nexport CUSTOM_VERSION=\"1.2b\" # of May\n"},
	{name: "Some_Miner/h-config.sh", content: "jq . > $CUSTOM_CONFIG_FILENAME\n"},
	{name: "Some_Miner/h-run.sh", content: "./miner\n", mode: 0o4755},
	{name: "Some_Miner/h-stats.sh", content: "khs=`echo 1|bc`\n"},
	{name: "./Some_Miner/lib/libx.so.1", content: "elf"},
	{name: "Some_Miner/lib/libx.so", kind: tar.TypeSymlink, link: "libx.so.1"},
	{name: "Some_Miner/log", kind: tar.TypeSymlink, link: "/hive/log"},
	{name: "Some_Miner/again", kind: tar.TypeLink, link: "Some_Miner/h-run.sh"},
}

func TestUnpack(t *testing.T) {
	into := filepath.Join(t.TempDir(), "packages")
	raw := archive(t, usual...)
	p, err := Unpack(bytes.NewReader(raw), into)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Some_Miner" || p.PageName() != "some-miner" || p.Version != "1.2b" || p.Folder != filepath.Join(into, "some-miner-1.2b", "Some_Miner") || strings.Join(p.Calls, " ") != "bc jq" {
		t.Errorf("%+v, %s", p, p.PageName())
	}
	if info, err := os.Stat(filepath.Join(p.Folder, "h-run.sh")); err != nil || info.Mode() != 0o755 {
		t.Errorf("%v, %v", info, err)
	}
	t.Setenv("PATH", "/nowhere")
	if missing := p.Missing(); len(missing) != 2 {
		t.Errorf("missing: %v", missing)
	}
	if _, err := Unpack(bytes.NewReader(raw), into); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("once more: %v", err)
	}
	for _, network := range []bool{false, true} {
		text, err := p.Page(network)
		if err != nil {
			t.Fatal(err)
		}
		page, err := drivers.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if err := page.Try(t.Context()); err != nil {
			t.Error(err)
		}
		if page.Package != p.Folder || (page.Network == drivers.AnyNetwork) != network {
			t.Errorf("%q, %q", page.Package, page.Network)
		}
	}
	room, err := Room(p.Folder, "pool:1", false)
	if err != nil || room.Files["/hive/bin/message"] == "" || room.Copies["/hive/miners/custom/Some_Miner"] != p.Folder || room.Reach[0] != "pool:1" {
		t.Errorf("%+v, %v", room, err)
	}
}

// What leads out of an archive, or is no package, leaves nothing behind.
func TestHostileArchives(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside")
	for name, tt := range map[string]struct {
		entries []entry
		want    string
	}{
		"up":               {[]entry{{name: "../up"}}, "leads out"},
		"up, further down": {[]entry{{name: "a/../../up"}}, "leads out"},
		"absolute":         {[]entry{{name: outside}}, "leads out"},
		"two folders":      {[]entry{{name: "a/x"}, {name: "b/x"}}, "more than one folder"},
		"a link away":      {[]entry{{name: "a/x", kind: tar.TypeSymlink, link: outside}}, "out of the archive"},
		"a link up":        {[]entry{{name: "a/x", kind: tar.TypeSymlink, link: "../../x"}}, "out of the archive"},
		"through a link":   {[]entry{{name: "a/x", kind: tar.TypeSymlink, link: "/hive/.."}, {name: "a/x/y"}}, "out of the archive"},
		"through a link 2": {[]entry{{name: "a/x", kind: tar.TypeSymlink, link: "/hive/x"}, {name: "a/x/y"}}, "escapes"},
		"a hard link away": {[]entry{{name: "a/x", kind: tar.TypeLink, link: "/etc/passwd"}}, "escapes"},
		"a device":         {[]entry{{name: "a/x", kind: tar.TypeChar}}, "neither file"},
		"a pipe":           {[]entry{{name: "a/x", kind: tar.TypeFifo}}, "neither file"},
		"twice":            {[]entry{{name: "a/x"}, {name: "a/x"}}, "exists"},
		"nothing":          {nil, "empty"},
		"no package":       {[]entry{{name: "a/x"}}, "h-manifest.conf is missing"},
		"a folder's name":  {[]entry{{name: "a b/x"}}, "is not of letters"},
		"through links":    {[]entry{{name: "a/1/2/3/x"}, {name: "a/1/2/3/up", kind: tar.TypeSymlink, link: "../../.."}, {name: "a/h-manifest.conf", kind: tar.TypeSymlink, link: "1/2/3/up/../../1/2/3/up/../../../etc/hostname"}}, "archive"},
		"a file":           {[]entry{{name: "x"}}, "not a directory"},
	} {
		into := t.TempDir()
		_, err := Unpack(bytes.NewReader(archive(t, tt.entries...)), into)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := os.ReadDir(into); len(left) > 0 {
			t.Errorf("%s: %v is left behind", name, left)
		}
	}
	if _, err := os.Lstat(outside); err == nil {
		t.Error("a file was written outside")
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(archive(f, usual...))
	f.Add([]byte{0x1f, 0x8b})
	f.Fuzz(func(t *testing.T, raw []byte) {
		parent := t.TempDir()
		into := filepath.Join(parent, "into")
		if _, err := Unpack(bytes.NewReader(raw), into); err != nil {
			if left, _ := os.ReadDir(into); len(left) > 0 {
				t.Errorf("%v is left behind", left)
			}
		}
		if all, _ := os.ReadDir(parent); len(all) > 1 {
			t.Errorf("%v beside it", all)
		}
	})
}
